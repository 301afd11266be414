package health.cloudcare.endtoend;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A beginning and then one letter, over and over, made while it is sent. */
final class EndlessBody extends InputStream {

    private final byte[] beginning;
    private final long size;
    private long sent;

    private EndlessBody(String beginning, long size) {
        this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
        this.size = size;
    }

    static BodyPublisher of(String beginning, long size) {
        return BodyPublishers.ofInputStream(() -> new EndlessBody(beginning, size));
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (sent >= size) {
            return -1;
        }
        int count = (int) Math.min(length, size - sent);
        Arrays.fill(bytes, offset, offset + count, (byte) 'a');
        if (sent < beginning.length) {
            int start = (int) sent;
            System.arraycopy(beginning, start, bytes, offset, Math.min(count, beginning.length - start));
        }
        sent += count;
        return count;
    }
}
