package health.cloudcare.testkit.appleexport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes samples as records. Some are late (written days after they were measured, and behind the others of their type),
 * some stand in the export twice.
 */
final class RecordWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT);

    /** What chance does to a sample; drawn in both passes of a type, so it must depend on the sample alone. */
    private enum Fate {
        ON_TIME,
        LATE,
        TWICE
    }

    private final ExportXml xml;
    private final ZoneOffset offset;
    private final Instant exported;
    private final SplittableRandom addresses;
    private long address = 0x282a3c460L;

    RecordWriter(ExportXml xml, ZoneId home, Instant exported, SplittableRandom addresses) {
        this.xml = xml;
        this.offset = home.getRules().getOffset(exported);
        this.exported = exported;
        this.addresses = addresses;
    }

    void writeOnTime(Sample sample, int day) {
        Fate fate = fate(sample);
        if (fate != Fate.LATE) {
            write(sample, day, sample.end().plusSeconds(90));
        }
        if (fate == Fate.TWICE) {
            write(sample, day, sample.end().plusSeconds(90));
        }
    }

    void writeLate(Sample sample, int day) {
        if (fate(sample) == Fate.LATE) {
            write(sample, day, sample.end().plus(Duration.ofDays(2 + day % 9)));
        }
    }

    /** Written as it is, in a correlation. */
    void write(Sample sample, int day, Instant created) {
        xml.open("Record").attribute("type", sample.type());
        source(sample.device(), day);
        if (!sample.unit().isEmpty()) {
            xml.attribute("unit", sample.unit());
        }
        dates(created, sample.start(), sample.end()).attribute("value", sample.value());
        sample.metadata().forEach(this::metadata);
        xml.close();
    }

    void source(AppleDevice device, int day) {
        if (addresses.nextInt(50) == 0) {
            address += 0x40L * addresses.nextInt(4096);
        }
        xml.attribute("sourceName", device.sourceName(day)).attribute("sourceVersion", device.version());
        device.deviceText(address).ifPresent(text -> xml.attribute("device", text));
    }

    ExportXml dates(Instant created, Instant start, Instant end) {
        // nothing in an export was created after it
        return xml.attribute("creationDate", date(created.isBefore(exported) ? created : exported))
                .attribute("startDate", date(start))
                .attribute("endDate", date(end));
    }

    void metadata(String key, String value) {
        xml.open("MetadataEntry")
                .attribute("key", key)
                .attribute("value", value)
                .close();
    }

    /** In the one offset of the whole export, wherever the person was. */
    String date(Instant instant) {
        return DATE.format(instant.atOffset(offset));
    }

    String offset() {
        return date(exported).substring(20);
    }

    private static Fate fate(Sample sample) {
        int chance = Math.floorMod(
                Long.hashCode(sample.start().getEpochSecond() * 31
                                        + sample.end().getEpochSecond() * 17
                                        + sample.device().ordinal())
                                * 0x9E3779B9
                        >>> 8,
                1000);
        return chance < 20 ? Fate.LATE : chance < 26 ? Fate.TWICE : Fate.ON_TIME;
    }
}
