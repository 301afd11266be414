package health.cloudcare.testkit.oracle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Everything an export says, read into memory in one plain pass.
 *
 * @param elements how often each element stands directly under {@code HealthData}
 */
public record ExportScan(List<ScannedRecord> records, List<ScannedWorkout> workouts, Map<String, Long> elements) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT);

    /** An {@code export.xml}, or one packed as {@code .gz} or {@code .zip}. */
    public static ExportScan of(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return switch (file.toString().replaceAll(".*\\.", "")) {
                case "gz" -> of(new GZIPInputStream(content));
                case "zip" -> of(entry(new ZipInputStream(content)));
                default -> of(content);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ExportScan of(InputStream xml) {
        ExportScan scan = new ExportScan(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        try {
            scan.read(reader(xml));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not a readable export", e);
        }
        return scan;
    }

    /** The same export as if it had only the records that match. */
    public ExportScan only(Predicate<ScannedRecord> condition) {
        return new ExportScan(records.stream().filter(condition).toList(), workouts, elements);
    }

    private static XMLStreamReader reader(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // the JDK adds up even every &lt; of the device texts and gives up after 100,000 of them
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory.createXMLStreamReader(new BufferedInputStream(xml));
    }

    private static InputStream entry(ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith("/export.xml")) {
                return zip;
            }
        }
        throw new IOException("no export.xml in the archive");
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        // records inside a correlation stand at the top level as well, so only depth 2 counts
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT && ++depth == 2) {
                elements.merge(xml.getLocalName(), 1L, Long::sum);
                switch (xml.getLocalName()) {
                    case "Record" -> records.add(recordOf(xml));
                    case "Workout" -> workouts.add(workoutOf(xml));
                    default -> {}
                }
            }
        }
    }

    private static ScannedRecord recordOf(XMLStreamReader xml) {
        String source = plainSpaces(attribute(xml, "sourceName"));
        OffsetDateTime start = OffsetDateTime.parse(attribute(xml, "startDate"), DATE);
        return new ScannedRecord(
                attribute(xml, "type"),
                source,
                SourceKind.of(source, attribute(xml, "device")),
                attribute(xml, "unit"),
                attribute(xml, "value"),
                start.toInstant(),
                instant(xml, "endDate"),
                start.getOffset());
    }

    private static ScannedWorkout workoutOf(XMLStreamReader xml) {
        return new ScannedWorkout(
                attribute(xml, "workoutActivityType"),
                plainSpaces(attribute(xml, "sourceName")),
                instant(xml, "startDate"),
                instant(xml, "endDate"),
                attribute(xml, "duration"));
    }

    private static Instant instant(XMLStreamReader xml, String name) {
        return OffsetDateTime.parse(attribute(xml, name), DATE).toInstant();
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String plainSpaces(String text) {
        return text.replaceAll("[\\s\\u00A0\\u2007\\u202F]+", " ").strip();
    }
}
