package health.cloudcare.wearables.imports.file;

import java.io.InputStream;

/** Knows how many bytes came through; another thread may ask. */
public final class CountedInputStream extends WatchedInputStream {

    private volatile long count;

    public CountedInputStream(InputStream in) {
        super(in);
    }

    public long count() {
        return count;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the stream
    void seen(byte[] bytes, int offset, int length) {
        count += length;
    }
}
