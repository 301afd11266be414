package health.cloudcare.document.file;

import java.io.IOException;
import java.io.OutputStream;

/** Counts what passes, and fails before more than the limit has passed. */
final class LimitedOutputStream extends OutputStream {

    private final OutputStream out;
    private final long limit;
    private long count;

    LimitedOutputStream(OutputStream out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    long count() {
        return count;
    }

    @Override
    public void write(int b) throws IOException {
        count(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void count(int more) throws FileTooLargeException {
        if (count + more > limit) {
            throw new FileTooLargeException(limit);
        }
        count += more;
    }
}
