package health.cloudcare.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body in chunks (RFC 9112, 7.1) while it arrives; without trailers, which no service here sends. */
final class Chunks {
    private static final int LINE_END = 2;

    private final byte[] bytes;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int at;
    private boolean complete;

    /** @param bytes filled elsewhere
     * @param start where the first chunk begins */
    Chunks(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /** @param filled how many bytes are there by now */
    boolean isComplete(int filled) {
        while (!complete) {
            int lineEnd = lineEnd(filled);
            if (lineEnd < 0) {
                return false;
            }
            int size = size(lineEnd);
            int start = lineEnd + LINE_END;
            if (start + size + LINE_END > filled) {
                return false;
            }
            body.write(bytes, start, size);
            at = start + size + LINE_END;
            complete = size == 0;
        }
        return true;
    }

    private int lineEnd(int filled) {
        for (int i = at; i + 1 < filled; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Extensions follow a semicolon and mean nothing. */
    private int size(int lineEnd) {
        String line = new String(bytes, at, lineEnd - at, StandardCharsets.US_ASCII);
        return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }
}
