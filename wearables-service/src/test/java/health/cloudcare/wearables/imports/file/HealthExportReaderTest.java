package health.cloudcare.wearables.imports.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import health.cloudcare.wearables.imports.file.ExportException.Reason;
import health.cloudcare.wearables.reading.RawRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HealthExportReaderTest {

    private static final ExportLimits SMALL = new ExportLimits(64 << 20, 200, 64 * 1024, 16, 200);

    private static final String EXPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE HealthData [
            <!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
            <!ATTLIST HealthData locale CDATA #REQUIRED>
            ]>
            <HealthData locale="de_DE">
             <ExportDate value="2021-02-06 12:18:38 +0100"/>
             <Me HKCharacteristicTypeIdentifierDateOfBirth=""/>
             <Record type="HKQuantityTypeIdentifierStepCount" sourceName="iPhone" unit="count" value="1" startDate="2021-02-06 12:18:38 +0100" endDate="2021-02-06 12:19:38 +0100"/>
             <Correlation type="HKCorrelationTypeIdentifierBloodPressure">
              <Record type="HKQuantityTypeIdentifierBloodPressureSystolic" value="120"/>
             </Correlation>
             <Record type="HKQuantityTypeIdentifierVO2Max" sourceName="Apple&#160;Watch" unit="mL/min·kg" value="49.9" startDate="2021-02-06 12:18:38 +0100" endDate="2021-02-06 12:18:38 +0100">
              <MetadataEntry key="HKTimeZone" value="Europe/Paris"/>
             </Record>
             <Workout workoutActivityType="HKWorkoutActivityTypeRunning"><WorkoutStatistics type="x" sum="3"/></Workout>
            </HealthData>
            """;

    private final List<RawRecord> records = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    @Test
    void readsXmlGzipAndZipAlike() throws IOException {
        List<byte[]> forms = List.of(
                utf8(EXPORT),
                EXPORT.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16),
                gzip(utf8(EXPORT)),
                zip("apple_health_export/export_cda.xml", utf8("<ClinicalDocument/>"), "x/export.xml", utf8(EXPORT)),
                zip("apple_health_export/workout-routes/a.gpx", new byte[100_000], "a/Exportieren.xml", utf8(EXPORT)));

        for (byte[] form : forms) {
            records.clear();
            others.clear();
            read(new ByteArrayInputStream(form));

            assertThat(records)
                    .extracting(RawRecord::type, RawRecord::unit, RawRecord::sourceName)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("HKQuantityTypeIdentifierStepCount", "count", "iPhone"),
                            org.assertj.core.groups.Tuple.tuple(
                                    "HKQuantityTypeIdentifierVO2Max", "mL/min·kg", "Apple\u00a0Watch"));
            assertThat(others).containsExactly("Correlation", "Workout");
        }
    }

    @Test
    void keepsWhatStoodBeforeTheFileBrokeOff() {
        String cut = EXPORT.substring(0, EXPORT.indexOf("mL/min"));

        ExportException refused = refusal(utf8(cut));

        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED_XML);
        assertThat(refused.line()).isEqualTo(13);
        assertThat(records).hasSize(1);
    }

    @Test
    void keepsWhatStoodBeforeTheArchiveBrokeOff() throws IOException {
        byte[] whole = gzip(utf8(manyRecords(5_000)));

        ExportException refused = refusal(Arrays.copyOf(whole, whole.length - 100));

        assertThat(refused.reason()).isEqualTo(Reason.DAMAGED_ARCHIVE);
        assertThat(records).hasSizeGreaterThan(100);
    }

    @Test
    void saysWhenTheSenderStopped() {
        byte[] start = utf8(manyRecords(50));
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == start.length - 20) {
                    throw new IOException("connection reset");
                }
                return start[at++];
            }
        };

        ExportException refused = catchThrowableOfType(ExportException.class, () -> read(broken));

        assertThat(refused.reason()).isEqualTo(Reason.UPLOAD_INTERRUPTED);
    }

    @Test
    void expandsNoEntitiesWhereverTheyStand() {
        String laughs = """
                <!DOCTYPE HealthData [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
                <HealthData>%s</HealthData>""";
        String external =
                "<!DOCTYPE HealthData [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><HealthData>&x;</HealthData>";

        assertThat(refusal(utf8(laughs.formatted("&c;"))).reason()).isEqualTo(Reason.ENTITIES_REFUSED);
        assertThat(refusal(utf8(laughs.formatted("<Record type=\"&c;\"/>"))).reason())
                .isEqualTo(Reason.ENTITIES_REFUSED);
        assertThat(refusal(utf8(external)).reason()).isEqualTo(Reason.ENTITIES_REFUSED);
    }

    @Test
    void fetchesNoExternalDtd() throws IOException {
        read(new ByteArrayInputStream(
                utf8("<!DOCTYPE HealthData SYSTEM \"http://192.0.2.1/x.dtd\"><HealthData><Workout/></HealthData>")));

        assertThat(others).containsExactly("Workout");
    }

    @Test
    void refusesWhatIsNoExport() throws IOException {
        assertThat(refusal(new byte[0]).reason()).isEqualTo(Reason.NOT_AN_EXPORT);
        assertThat(refusal(utf8("<html><body/></html>")).reason()).isEqualTo(Reason.NOT_AN_EXPORT);
        assertThat(refusal(zip("a/readme.txt", utf8("hello"), "b.xml", utf8("<b/>")))
                        .reason())
                .isEqualTo(Reason.NOT_AN_EXPORT);
        assertThat(refusal(gzip(utf8("hello"))).reason()).isEqualTo(Reason.NOT_AN_EXPORT);
        assertThat(refusal(utf8("{\"a\":1}")).reason()).isEqualTo(Reason.NOT_A_SUPPORTED_FORMAT);
        assertThat(refusal(utf8("%PDF-1.7")).reason()).isEqualTo(Reason.NOT_A_SUPPORTED_FORMAT);
    }

    @Test
    void refusesWhatIsLargerThanAnyExport() throws IOException {
        String longAttribute = "<HealthData><Record type=\"" + "x".repeat(100_000) + "\"/></HealthData>";
        String longText = "<HealthData>" + " ".repeat(200_000) + "</HealthData>";
        String deep = "<HealthData>" + "<a>".repeat(50) + "</a>".repeat(50) + "</HealthData>";
        StringBuilder names = new StringBuilder("<HealthData>");
        for (int i = 0; i < 1_000; i++) {
            names.append("<Record a").append(i).append("='1'/>");
        }

        assertThat(refusal(utf8(longAttribute)).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
        assertThat(refusal(utf8(longText)).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
        assertThat(refusal(utf8(deep)).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
        assertThat(refusal(utf8(names + "</HealthData>")).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
        assertThat(refusal(gzip(utf8("<HealthData>" + "<a></a>".repeat(6_000_000))))
                        .reason())
                .isEqualTo(Reason.LIMIT_EXCEEDED);
        assertThat(refusal(zip("bomb.bin", new byte[60 << 20], "export.xml", utf8(EXPORT)))
                        .reason())
                .isEqualTo(Reason.LIMIT_EXCEEDED);
    }

    @Test
    void refusesManySmallBombsAsOneLargeOne() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 20; i++) {
                zip.putNextEntry(new ZipEntry("route_" + i + ".gpx"));
                zip.write(new byte[8 << 20]);
            }
            zip.putNextEntry(new ZipEntry("export.xml"));
            zip.write(utf8(EXPORT));
        }

        assertThat(refusal(out.toByteArray()).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    }

    @Test
    void refusesNamesThatNoParserShouldKeep() {
        String name = "n".repeat(5_000);

        assertThat(refusal(utf8("<HealthData><" + name + "/></HealthData>")).reason())
                .isEqualTo(Reason.LIMIT_EXCEEDED);
        assertThat(refusal(utf8("<HealthData><Record " + name + "=\"1\"/></HealthData>"))
                        .reason())
                .isEqualTo(Reason.LIMIT_EXCEEDED);
    }

    @Test
    void readsAHugeExportInConstantMemory() throws IOException {
        byte[] line = utf8(record(1));
        // 400 MB of XML, more than half of what the test's heap holds
        int lines = 400_000_000 / line.length;
        InputStream generated = new RepeatedInput(utf8("<HealthData>\n"), line, lines, utf8("</HealthData>"));
        List<Long> usedMegabytes = new ArrayList<>();
        int[] count = {0};

        new HealthExportReader(ExportLimits.DEFAULT).read(new CountedInputStream(generated), new ExportVisitor() {
            @Override
            public void record(RawRecord raw, int at) {
                if (++count[0] % 500_000 == 0) {
                    usedMegabytes.add(usedMegabytes());
                }
            }

            @Override
            public void other(String element, int at) {}
        });

        assertThat(count[0]).isEqualTo(lines);
        assertThat(usedMegabytes).allSatisfy(used -> assertThat(used).isLessThan(usedMegabytes.get(0) + 20));
    }

    /** Of everything in this JVM, which may hold more than this test. */
    private static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private void read(InputStream body) throws ExportException {
        new HealthExportReader(SMALL).read(new CountedInputStream(body), new ExportVisitor() {
            @Override
            public void record(RawRecord raw, int line) {
                records.add(raw);
            }

            @Override
            public void other(String element, int line) {
                others.add(element);
            }
        });
    }

    private ExportException refusal(byte[] file) {
        return catchThrowableOfType(ExportException.class, () -> read(new ByteArrayInputStream(file)));
    }

    private static String manyRecords(int count) {
        StringBuilder xml = new StringBuilder("<HealthData>\n");
        for (int i = 0; i < count; i++) {
            xml.append(record(i));
        }
        return xml.append("</HealthData>").toString();
    }

    private static String record(int value) {
        return "<Record type=\"HKQuantityTypeIdentifierStepCount\" unit=\"count\" sourceName=\"iPhone\" value=\""
                + value * 7919 + "\" startDate=\"2021-02-06 12:18:38 +0100\" endDate=\"2021-02-06 12:19:38 +0100\"/>\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name1, byte[] content1, String name2, byte[] content2) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name1));
            zip.write(content1);
            zip.putNextEntry(new ZipEntry(name2));
            zip.write(content2);
        }
        return out.toByteArray();
    }

    /** A head, one block many times, and a tail, without ever holding them together. */
    private static final class RepeatedInput extends InputStream {
        private final byte[] block;
        private final byte[] tail;
        private int left;
        private byte[] current;
        private int at;

        RepeatedInput(byte[] head, byte[] block, int times, byte[] tail) {
            this.block = block;
            this.tail = tail;
            this.left = times;
            this.current = head;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (at == current.length) {
                if (current == tail) {
                    return -1;
                }
                current = left-- > 0 ? block : tail;
                at = 0;
            }
            int count = Math.min(length, current.length - at);
            System.arraycopy(current, at, bytes, offset, count);
            at += count;
            return count;
        }
    }
}
