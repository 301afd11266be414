package health.cloudcare.document.file;

import java.io.IOException;

/** A file is longer than any may be. What came of it so far is removed with the exchange. */
public final class FileTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    FileTooLargeException(long limit) {
        super("longer than " + limit + " bytes");
    }
}
