package health.cloudcare.wearables.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document's content in named parts, packed into one value: few large values are what a document store is quick with. A
 * part is unpacked when it is asked for; the others are carried over as they are, also those of a later version.
 */
public final class PackedParts {
    private static final String FIELD = "p";

    private final Map<String, byte[]> parts = new TreeMap<>();

    public byte @Nullable [] get(String name) {
        return parts.get(name);
    }

    public Set<String> names() {
        return parts.keySet();
    }

    public void put(String name, byte[] part) {
        parts.put(name, part);
    }

    public BsonDocument encode() {
        ColumnWriter writer = new ColumnWriter().unsigned(parts.size());
        parts.forEach((name, part) -> writer.text(name).bytes(part));
        return new BsonDocument(FIELD, new BsonBinary(writer.toBytes()));
    }

    public static PackedParts decode(BsonDocument document) {
        PackedParts decoded = new PackedParts();
        ColumnReader reader = new ColumnReader(document.getBinary(FIELD).getData());
        for (long left = reader.unsigned(); left > 0; left--) {
            decoded.parts.put(reader.text(), reader.bytes());
        }
        return decoded;
    }
}
