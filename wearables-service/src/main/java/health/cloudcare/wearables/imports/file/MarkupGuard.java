package health.cloudcare.wearables.imports.file;

import java.io.InputStream;

/**
 * Bounds how much of the file the parser has to hold at once. Outside of comments a {@code <} stands only at the start of
 * markup, so the distance between two of them bounds every tag with its attributes and every text. Holds for every
 * encoding that a parser of exports reads, as all of them write the sign with the byte 3C.
 */
final class MarkupGuard extends WatchedInputStream {

    private final int limit;
    private long sinceMarkup;

    MarkupGuard(InputStream in, ExportLimits limits) {
        super(in);
        this.limit = limits.markupBytes();
    }

    @Override
    void seen(byte[] bytes, int offset, int length) throws ExportException {
        int end = offset + length;
        int first = offset;
        while (first < end && bytes[first] != '<') {
            first++;
        }
        require(sinceMarkup + first - offset);
        if (first == end) {
            sinceMarkup += length;
            return;
        }
        int last = end - 1;
        while (bytes[last] != '<') {
            last--;
        }
        // a run between two signs of one read is no longer than that read, which is small
        sinceMarkup = end - last;
    }

    private void require(long run) throws ExportException {
        if (run > limit) {
            throw new ExportException(
                    ExportException.Reason.LIMIT_EXCEEDED, "a tag or text is longer than " + limit + " bytes");
        }
    }
}
