package health.cloudcare.wearables.reading;

/**
 * What sort of device a source is. The order is the order of belief: where two sources count the same thing at the same
 * time, the one named first here counts. The codes are those of the readings topic and of stored chunks.
 */
public enum SourceKind {
    WATCH(1),
    BAND(2),
    RING(3),
    PHONE(4),
    OTHER_DEVICE(5),
    UNSPECIFIED(0);

    private final int code;

    SourceKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The kind with that code; a code from the future is an unspecified device. */
    public static SourceKind ofCode(int code) {
        for (SourceKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return UNSPECIFIED;
    }
}
