package health.cloudcare.wearables.chunk;

import java.util.ArrayList;
import java.util.List;

import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

import health.cloudcare.wearables.reading.Source;
import health.cloudcare.wearables.reading.SourceKind;
import health.cloudcare.wearables.store.ColumnReader;
import health.cloudcare.wearables.store.ColumnWriter;

/** An hour chunk as a document: {@code {n, stages, src: [{d, n, k}], rcv: [ms], s: packed columns}}. */
public final class HourChunkCodec {
    private HourChunkCodec() {}

    public static BsonDocument encode(HourChunk chunk) {
        SampleColumns samples = chunk.samples();
        int n = samples.size;
        byte[] packed = new ColumnWriter()
                .increasing(samples.start, n)
                .repetitive(samples.duration, n)
                .decimals(samples.value, n)
                .repetitive(samples.source, n)
                .repetitive(samples.received, n)
                .toBytes();
        BsonArray sources = new BsonArray(chunk.sources().size());
        for (Source source : chunk.sources()) {
            sources.add(new BsonDocument("d", new BsonString(source.deviceId()))
                    .append("n", new BsonString(source.name()))
                    .append("k", new BsonInt32(source.kind().code())));
        }
        BsonArray received = new BsonArray();
        for (long time : chunk.receivedTable()) {
            received.add(new BsonInt64(time));
        }
        return new BsonDocument("n", new BsonInt32(n))
                .append("stages", BsonBoolean.valueOf(chunk.stages()))
                .append("src", sources)
                .append("rcv", received)
                .append("s", new BsonBinary(packed));
    }

    public static HourChunk decode(BsonDocument document) {
        int n = document.getInt32("n").getValue();
        List<Source> sources = new ArrayList<>();
        for (var value : document.getArray("src")) {
            BsonDocument source = value.asDocument();
            sources.add(new Source(
                    source.getString("d").getValue(),
                    source.getString("n").getValue(),
                    SourceKind.ofCode(source.getInt32("k").getValue())));
        }
        long[] received = document.getArray("rcv").stream()
                .mapToLong(time -> time.asInt64().getValue())
                .toArray();
        ColumnReader packed = new ColumnReader(document.getBinary("s").getData());
        SampleColumns samples = new SampleColumns(0);
        samples.start = packed.increasing(n);
        samples.duration = packed.repetitive(n);
        samples.value = packed.decimals(n);
        samples.source = packed.repetitive(n);
        samples.received = packed.repetitive(n);
        samples.size = n;
        return new HourChunk(document.getBoolean("stages").getValue(), List.copyOf(sources), received, samples);
    }
}
