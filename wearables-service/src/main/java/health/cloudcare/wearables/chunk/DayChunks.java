package health.cloudcare.wearables.chunk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Source;
import health.cloudcare.wearables.reading.SourceKind;
import health.cloudcare.wearables.store.ColumnReader;
import health.cloudcare.wearables.store.ColumnWriter;
import health.cloudcare.wearables.store.PackedParts;

/**
 * The hour chunks of one patient's UTC day as they are stored: a part per metric, and the sources that the chunks refer
 * to by number. Numbers stay, so that chunks nobody touches need not be unpacked.
 */
public final class DayChunks {
    private static final int HOURS = 24;
    /** No metric is called so. */
    private static final String SOURCES = "";

    private final PackedParts parts;
    private final SourceTable sources;
    private final Map<MetricType, byte[] @Nullable []> unpacked = new EnumMap<>(MetricType.class);

    private DayChunks(PackedParts parts, SourceTable sources) {
        this.parts = parts;
        this.sources = sources;
    }

    public static DayChunks empty() {
        return new DayChunks(new PackedParts(), new SourceTable(List.of()));
    }

    public static DayChunks decode(BsonDocument document) {
        PackedParts parts = PackedParts.decode(document);
        byte[] table = parts.get(SOURCES);
        return new DayChunks(parts, table == null ? new SourceTable(List.of()) : SourceTable.decode(table));
    }

    /** The metrics of which the day has, or had, samples. */
    public Set<MetricType> metrics() {
        Set<MetricType> metrics = EnumSet.noneOf(MetricType.class);
        parts.names().forEach(code -> MetricType.ofCode(code).ifPresent(metrics::add));
        return metrics;
    }

    /** The chunk of an hour from 0 to 23; empty when nothing touches it. */
    public HourChunk chunk(MetricType metric, int hour) {
        byte[] packed = hours(metric)[hour];
        return packed == null ? HourChunk.EMPTY : HourChunkCodec.decode(packed, sources);
    }

    public void put(MetricType metric, int hour, HourChunk chunk) {
        hours(metric)[hour] = chunk.size() == 0 ? null : HourChunkCodec.encode(chunk, sources);
    }

    public BsonDocument encode() {
        unpacked.forEach((metric, hours) -> parts.put(metric.code(), pack(hours)));
        parts.put(SOURCES, sources.encode());
        return parts.encode();
    }

    private byte[] @Nullable [] hours(MetricType metric) {
        return unpacked.computeIfAbsent(metric, any -> unpack(parts.get(metric.code())));
    }

    private static byte[] pack(byte[] @Nullable [] hours) {
        ColumnWriter writer = new ColumnWriter();
        for (int hour = 0; hour < HOURS; hour++) {
            byte[] packed = hours[hour];
            if (packed != null) {
                writer.unsigned(hour).bytes(packed);
            }
        }
        // an hour that does not exist ends the list
        return writer.unsigned(HOURS).toBytes();
    }

    private static byte[] @Nullable [] unpack(byte @Nullable [] part) {
        byte[] @Nullable [] hours = new byte[HOURS][];
        if (part != null) {
            ColumnReader reader = new ColumnReader(part);
            for (int hour = (int) reader.unsigned(); hour < HOURS; hour = (int) reader.unsigned()) {
                hours[hour] = reader.bytes();
            }
        }
        return hours;
    }

    /** Sources by number. A source keeps its number; new ones are added at the end. */
    static final class SourceTable {
        private final List<Source> sources;

        SourceTable(List<Source> sources) {
            this.sources = new ArrayList<>(sources);
        }

        int numberOf(Source source) {
            int number = sources.indexOf(source);
            if (number < 0) {
                sources.add(source);
                return sources.size() - 1;
            }
            return number;
        }

        Source get(int number) {
            return sources.get(number);
        }

        byte[] encode() {
            ColumnWriter writer = new ColumnWriter().unsigned(sources.size());
            for (Source source : sources) {
                writer.text(source.deviceId())
                        .text(source.name())
                        .unsigned(source.kind().code());
            }
            return writer.toBytes();
        }

        static SourceTable decode(byte[] packed) {
            ColumnReader reader = new ColumnReader(packed);
            List<Source> sources = new ArrayList<>();
            for (long left = reader.unsigned(); left > 0; left--) {
                sources.add(new Source(reader.text(), reader.text(), SourceKind.ofCode((int) reader.unsigned())));
            }
            return new SourceTable(sources);
        }
    }
}
