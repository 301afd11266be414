package health.cloudcare.localstack.backing;

import java.nio.ByteBuffer;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/** Documents in the file as BSON. Those of older files are serialized Java objects; they are read, and not written again so. */
final class DocumentType extends BasicDataType<Document> {
    /** Not a tag of {@link ObjectDataType}. */
    private static final byte BSON = 120;

    /** Of a value and its name, beside what is in it. */
    private static final int FIELD_BYTES = 64;

    private final ObjectDataType serialized = new ObjectDataType();

    @Override
    public int getMemory(Document document) {
        int bytes = FIELD_BYTES;
        for (Object value : document.values()) {
            bytes += FIELD_BYTES + sizeOf(value);
        }
        return bytes;
    }

    private int sizeOf(Object value) {
        return switch (value) {
            case BinData binary -> binary.getData().length;
            case String text -> text.length();
            case Document document -> getMemory(document);
            case Iterable<?> values -> {
                int bytes = 0;
                for (Object each : values) {
                    bytes += FIELD_BYTES + sizeOf(each);
                }
                yield bytes;
            }
            case null, default -> 0;
        };
    }

    @Override
    public void write(WriteBuffer out, Document document) {
        ByteBuf bson = Unpooled.buffer(getMemory(document));
        BsonEncoder.encodeDocument(document, bson);
        out.put(BSON).putVarInt(bson.readableBytes()).put(bson.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer in) {
        if (in.get(in.position()) != BSON) {
            return (Document) serialized.read(in);
        }
        in.get();
        return BsonDecoder.decodeBson(IndexKeyType.part(in));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
