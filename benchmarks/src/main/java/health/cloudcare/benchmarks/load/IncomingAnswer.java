package health.cloudcare.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 answer while it arrives. It must say its length, or come in chunks: that is how its end is found. */
final class IncomingAnswer {
    private static final int LARGEST = 256 * 1024;
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked";

    private final ByteBuffer bytes = ByteBuffer.allocate(LARGEST);
    private int searched;
    private int bodyStart = -1;
    private int end;
    private int status;
    private String fields = "";
    private @Nullable Chunks chunks;

    void clear() {
        bytes.clear();
        searched = 0;
        bodyStart = -1;
    }

    /** Takes what there is; true once the answer is complete. */
    boolean readFrom(ReadableByteChannel channel) throws IOException {
        if (!bytes.hasRemaining()) {
            throw new IOException("an answer is too long: " + status);
        }
        if (channel.read(bytes) < 0) {
            throw new EOFException(
                    "the connection was closed in the middle of an answer: " + text(0, bytes.position()));
        }
        if (bodyStart < 0) {
            findBody();
        }
        if (bodyStart >= 0 && chunks != null) {
            return chunks.isComplete(bytes.position());
        }
        return bodyStart >= 0 && bytes.position() >= end;
    }

    private void findBody() throws IOException {
        for (; searched + 4 <= bytes.position(); searched++) {
            if (bytes.get(searched) == '\r'
                    && bytes.get(searched + 1) == '\n'
                    && bytes.get(searched + 2) == '\r'
                    && bytes.get(searched + 3) == '\n') {
                bodyStart = searched + 4;
                readHead(text(0, bodyStart));
                return;
            }
        }
    }

    private void readHead(String head) throws IOException {
        status = Integer.parseInt(head.substring(9, 12));
        fields = head.toLowerCase(Locale.ROOT);
        chunks = fields.contains(CHUNKED) ? new Chunks(bytes.array(), bodyStart) : null;
        if (chunks != null) {
            return;
        }
        int length = fields.indexOf(LENGTH);
        if (length < 0) {
            throw new IOException("an answer does not say its length: " + head);
        }
        int value = length + LENGTH.length();
        end = bodyStart
                + Integer.parseInt(
                        head.substring(value, head.indexOf('\r', value)).strip());
        if (end > LARGEST) {
            throw new IOException("an answer is too long: " + head);
        }
    }

    int status() {
        return status;
    }

    /** @param name in lower case */
    boolean hasField(String name) {
        return fields.contains("\r\n" + name + ":");
    }

    /** Whether the server closes the connection after this answer. */
    boolean closes() {
        return fields.contains("\r\nconnection: close");
    }

    String body() {
        return chunks == null ? text(bodyStart, end) : chunks.body();
    }

    private String text(int from, int to) {
        return new String(bytes.array(), from, to - from, StandardCharsets.UTF_8);
    }
}
