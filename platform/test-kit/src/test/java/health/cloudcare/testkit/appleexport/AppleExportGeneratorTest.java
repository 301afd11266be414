package health.cloudcare.testkit.appleexport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

import health.cloudcare.testkit.oracle.ExportOracle;
import health.cloudcare.testkit.oracle.ExportScan;
import health.cloudcare.testkit.oracle.ScannedRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AppleExportGeneratorTest {

    private static final String STEPS = "HKQuantityTypeIdentifierStepCount";
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private static ExportOracle thirtyDays;

    @TempDir
    private Path folder;

    @BeforeAll
    static void generate() throws IOException {
        thirtyDays = oracle(ExportProfile.thirtyDays().build());
    }

    @Test
    void thirtyDaysHoldAboutThirtyThousandReadings() {
        assertThat(thirtyDays.scan().records()).hasSizeBetween(29_000, 31_000);
        assertThat(thirtyDays.types()).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        byte[] first = xml(ExportProfile.thirtyDays().days(2).seed(5).build());

        assertThat(xml(ExportProfile.thirtyDays().days(2).seed(5).build())).isEqualTo(first);
        assertThat(xml(ExportProfile.thirtyDays().days(2).seed(6).build())).isNotEqualTo(first);
    }

    @Test
    void isValidByItsOwnDocumentType() throws Exception {
        List<String> errors = new ArrayList<>();
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setValidating(true);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        parser.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        parser.parse(new ByteArrayInputStream(xml(everything())), new DefaultHandler() {
            @Override
            public void error(SAXParseException e) {
                errors.add(e.getMessage());
            }
        });

        assertThat(errors).isEmpty();
    }

    @Test
    void writesOneOffsetThroughoutThoughThePersonTravels() {
        assertThat(thirtyDays.scan().records())
                .extracting(ScannedRecord::offset)
                .containsOnly(ZoneOffset.of("+05:30"));
    }

    @Test
    void namesOfOneSourceDifferInSpacesOnly() throws IOException {
        assertThat(new String(xml(ExportProfile.thirtyDays().build()), StandardCharsets.UTF_8))
                .contains("\"Asha’s Apple Watch\"", "\"Asha’s Apple\u00a0Watch\"", "\"Asha’s Apple\u00a0Watch \"");
        assertThat(thirtyDays.scan().records())
                .extracting(ScannedRecord::source)
                .containsOnly("Asha’s Apple Watch", "Asha’s iPhone", "VeSync");
    }

    @Test
    void someRecordsAreRepeatedExactly() {
        assertThat(thirtyDays.distinctCount(STEPS)).isLessThan(thirtyDays.count(STEPS));
    }

    /** The product keeps one reading per type, source, start and end; which of two would be an accident. */
    @Test
    void noTwoReadingsOfASourceDifferInTheirValueOnly() throws IOException {
        ExportScan scan = oracle(everything()).scan();
        var places = scan.records().stream()
                .filter(record -> !record.source().equals(BadRecord.SOURCE))
                .map(ScannedRecord::key)
                .distinct()
                .map(key -> key.type() + key.source() + key.start() + key.end())
                .toList();

        assertThat(places).doesNotHaveDuplicates();
    }

    @Test
    void phoneAndWatchOverlapSoThatMergingMatters() {
        double added = sum(thirtyDays.dailySplit(STEPS, "count", INDIA));
        double merged = sum(thirtyDays.mergedDaily(STEPS, "count", INDIA));
        double watch = sum(new ExportOracle(
                        thirtyDays.scan().only(record -> record.source().contains("Watch")))
                .dailySplit(STEPS, "count", INDIA));

        assertThat(merged).isLessThan(0.8 * added).isGreaterThan(1.02 * watch);
    }

    @Test
    void everyNightIsSleptThrough() {
        assertThat(thirtyDays.nights(INDIA)).hasSize(30).allSatisfy((date, night) -> {
            assertThat(night.asleep()).isBetween(3.0, 10.0).isLessThanOrEqualTo(night.inBed());
            assertThat(night.stages()).containsKeys("AsleepCore", "AsleepDeep", "AsleepREM");
        });
    }

    @Test
    void packedExportsHoldTheSame() throws IOException {
        AppleExportGenerator generator =
                new AppleExportGenerator(ExportProfile.thirtyDays().days(3).build());

        ExportScan plain = ExportScan.of(generator.write(folder.resolve("export.xml")));

        assertThat(ExportScan.of(generator.write(folder.resolve("export.xml.gz"))))
                .isEqualTo(plain);
        assertThat(ExportScan.of(generator.write(folder.resolve("export.zip")))).isEqualTo(plain);
    }

    @Test
    void badRecordsComeOnRequestFromASourceOfTheirOwn() throws IOException {
        var bad = oracle(everything()).scan().only(record -> record.source().equals(BadRecord.SOURCE));

        assertThat(bad.records()).hasSize(BadRecord.values().length);
        assertThat(thirtyDays.scan().records())
                .noneMatch(record -> record.source().equals(BadRecord.SOURCE));
    }

    @Test
    void workoutsStandThereSeveralTimes() {
        assertThat(thirtyDays.distinctWorkouts())
                .hasSizeBetween(10, 15)
                .hasSizeLessThan(thirtyDays.scan().workouts().size());
    }

    @Test
    void recordsInsideCorrelationsStandAtTheTopLevelToo() throws IOException {
        ExportOracle oracle = oracle(everything());

        assertThat(oracle.scan().elements().get("Correlation")).isEqualTo(10);
        assertThat(oracle.distinctCount("HKQuantityTypeIdentifierBloodPressureSystolic"))
                .isEqualTo(10);
    }

    @Test
    void mergedTotalsDoNotDependOnTheOrderOfRecords() {
        List<ScannedRecord> reversed = new ArrayList<>(thirtyDays.scan().records()).reversed();
        ExportOracle other = new ExportOracle(new ExportScan(
                reversed, thirtyDays.scan().workouts(), thirtyDays.scan().elements()));

        assertThat(sum(other.mergedDaily(STEPS, "count", INDIA)))
                .isCloseTo(sum(thirtyDays.mergedDaily(STEPS, "count", INDIA)), within(1e-6));
    }

    private static ExportProfile everything() {
        return ExportProfile.thirtyDays()
                .devices(EnumSet.allOf(AppleDevice.class))
                .withBadRecords()
                .build();
    }

    private static byte[] xml(ExportProfile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AppleExportGenerator(profile).writeXml(out);
        return out.toByteArray();
    }

    private static ExportOracle oracle(ExportProfile profile) throws IOException {
        return new ExportOracle(ExportScan.of(new ByteArrayInputStream(xml(profile))));
    }

    private static double sum(SortedMap<?, Double> days) {
        return days.values().stream().collect(Collectors.summingDouble(Double::doubleValue));
    }
}
