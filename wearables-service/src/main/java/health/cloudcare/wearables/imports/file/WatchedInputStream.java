package health.cloudcare.wearables.imports.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes everything on and sees all of it on the way. */
abstract class WatchedInputStream extends FilterInputStream {

    WatchedInputStream(InputStream in) {
        super(in);
    }

    /** @throws ExportException to stop the reader */
    abstract void seen(byte[] bytes, int offset, int length) throws ExportException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            seen(bytes, offset, read);
        }
        return read;
    }

    @Override
    public final long skip(long count) throws IOException {
        byte[] unwanted = new byte[(int) Math.min(count, 8192)];
        return Math.max(0, read(unwanted, 0, unwanted.length));
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
