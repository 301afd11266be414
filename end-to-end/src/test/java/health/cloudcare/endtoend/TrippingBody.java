package health.cloudcare.endtoend;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in the middle of which something happens. */
final class TrippingBody extends FilterInputStream {

    private final Runnable event;
    private long left;

    private TrippingBody(InputStream file, long left, Runnable event) {
        super(file);
        this.left = left;
        this.event = event;
    }

    static BodyPublisher of(Path file, Runnable event) {
        return BodyPublishers.ofInputStream(() -> {
            try {
                return new TrippingBody(Files.newInputStream(file), Files.size(file) / 2, event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        boolean before = left > 0;
        left -= Math.max(0, read);
        if (before && left <= 0) {
            event.run();
        }
        return read;
    }
}
