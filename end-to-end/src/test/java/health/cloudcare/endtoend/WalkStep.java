package health.cloudcare.endtoend;

import java.util.UUID;

/**
 * A request of the random walk and how it was answered.
 *
 * @param id its {@code X-Request-Id}
 * @param start by {@link System#nanoTime()}, as {@code end}
 */
record WalkStep(String id, Deed deed, WalkCaller caller, UUID patientId, int status, long start, long end) {

    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    /** Whether nothing was decided for lack of room, or refused as consents were not known to be current: a busy machine has such moments. */
    boolean isUndecided() {
        return status == UNAVAILABLE;
    }

    /** What the access log must say of it: ALLOWED, REFUSED, or nothing where no decision was made. */
    String outcome() {
        return switch (status) {
            case 200, 201 -> "ALLOWED";
            // an owner who may, but what they want is impossible
            case CONFLICT -> "ALLOWED";
            case FORBIDDEN, NOT_FOUND, UNAVAILABLE -> "REFUSED";
            case UNAUTHENTICATED -> "";
            default -> throw new IllegalStateException(this + " was answered " + status);
        };
    }

    /** A list tells of several patients. */
    String key() {
        return key(id, patientId.toString());
    }

    static String key(String requestId, String patientId) {
        return requestId + " " + patientId;
    }

    boolean isByOwner() {
        return caller.isPatient(patientId);
    }

    @Override
    public String toString() {
        return "%s: %s by %s, %d".formatted(id, deed, caller, status);
    }
}
