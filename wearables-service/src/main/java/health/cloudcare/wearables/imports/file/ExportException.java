package health.cloudcare.wearables.imports.file;

import java.io.IOException;

/**
 * The file cannot be read, or not to its end. An {@link IOException}, so that a limit that a stream watches can stop the
 * parser above it.
 */
public final class ExportException extends IOException {

    /** What is wrong with the file. */
    public enum Reason {
        /** Neither XML nor gzip nor zip. */
        NOT_A_SUPPORTED_FORMAT,
        /** XML or an archive, but not Apple's export. */
        NOT_AN_EXPORT,
        /** Ends early or is not well-formed. */
        MALFORMED_XML,
        /** The gzip or zip around it is damaged or ends early. */
        DAMAGED_ARCHIVE,
        /** It refers to entities of its own, which exports never do and bombs are made of. */
        ENTITIES_REFUSED,
        /** It is larger in some way than any export is. */
        LIMIT_EXCEEDED,
        /** The sender stopped in the middle. */
        UPLOAD_INTERRUPTED
    }

    private final Reason reason;
    private final int line;

    ExportException(Reason reason, String message) {
        this(reason, message, 0);
    }

    ExportException(Reason reason, String message, int line) {
        super(message);
        this.reason = reason;
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    /** In the XML, from 1; 0 where no line can be told. */
    public int line() {
        return line;
    }
}
