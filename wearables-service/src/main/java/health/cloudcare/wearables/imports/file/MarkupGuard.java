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
        int last = offset + length - 1;
        while (last >= offset && bytes[last] != '<') {
            last--;
        }
        // a run inside of one read is no longer than that read, which is small
        sinceMarkup = last < offset ? sinceMarkup + length : offset + length - last;
        if (sinceMarkup > limit) {
            throw new ExportException(
                    ExportException.Reason.LIMIT_EXCEEDED, "a tag or text is longer than " + limit + " bytes");
        }
    }
}
