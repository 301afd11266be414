package health.cloudcare.localstack.backing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keys of indexes, ordered value by value: by type, texts by their characters, anything else by its BSON. Any order would do
 * that tells different keys apart, as indexes are only asked for single keys or for all.
 */
final class IndexKeyType extends BasicDataType<KeyValue> {
    /** Not a type of BSON. */
    private static final byte MISSING = 0x60;

    private static final int VALUE_BYTES = 48;

    @Override
    public int compare(KeyValue a, KeyValue b) {
        int both = Math.min(a.size(), b.size());
        for (int i = 0; i < both; i++) {
            int order = compareValues(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String first && b instanceof String second) {
            return first.compareTo(second);
        }
        int order = Byte.compareUnsigned(type(a), type(b));
        return order == 0 ? ByteBufUtil.compare(encoded(a), encoded(b)) : order;
    }

    @Override
    public int getMemory(KeyValue key) {
        int bytes = VALUE_BYTES;
        for (Object value : key) {
            bytes += VALUE_BYTES + (value instanceof String text ? text.length() : 0);
        }
        return bytes;
    }

    @Override
    public void write(WriteBuffer out, KeyValue key) {
        out.putVarInt(key.size());
        for (Object value : key) {
            ByteBuf bson = encoded(value);
            out.put(type(value)).putVarInt(bson.readableBytes()).put(bson.nioBuffer());
        }
    }

    @Override
    public KeyValue read(ByteBuffer in) {
        int size = DataUtils.readVarInt(in);
        List<@Nullable Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            byte type = in.get();
            ByteBuf bson = part(in);
            values.add(type == MISSING ? Missing.getInstance() : BsonDecoder.decodeValue(type, bson));
        }
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    private static byte type(@Nullable Object value) {
        return value instanceof Missing ? MISSING : BsonEncoder.determineType(value);
    }

    private static ByteBuf encoded(@Nullable Object value) {
        if (value instanceof Missing) {
            return Unpooled.EMPTY_BUFFER;
        }
        ByteBuf bson = Unpooled.buffer();
        BsonEncoder.encodeValue(type(value), value, bson);
        return bson;
    }

    /** The bytes that follow after their number. */
    static ByteBuf part(ByteBuffer in) {
        int length = DataUtils.readVarInt(in);
        ByteBuf part = Unpooled.wrappedBuffer(in.slice(in.position(), length));
        in.position(in.position() + length);
        return part;
    }
}
