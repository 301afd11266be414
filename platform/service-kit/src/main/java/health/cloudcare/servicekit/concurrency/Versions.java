package health.cloudcare.servicekit.concurrency;

import java.util.Arrays;

import jakarta.ws.rs.core.EntityTag;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Optimistic concurrency over HTTP (RFC 9110, 13.1.1): an answer carries the version of what it shows as its {@code ETag}, a
 * change says by {@code If-Match} which version it is meant for. Whoever says nothing changes whatever is there, as the clients
 * do that know of none of this.
 */
public final class Versions {

    private static final String ANY = "*";

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Throws a 412 problem when the change is meant for another version. Within the transaction that changes it, and with the
     * row locked or its version checked again by the update.
     *
     * @param ifMatch the header as it came, one tag or several; null when there was none
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch != null && !names(ifMatch.strip(), version)) {
            throw ProblemType.PRECONDITION_FAILED.problem(
                    "It was changed in the meantime. Read it again, and repeat your change.");
        }
    }

    /** Compared strongly: a weak tag matches nothing. */
    private static boolean names(String ifMatch, long version) {
        String wanted = "\"" + version + "\"";
        return ifMatch.equals(ANY)
                || Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(wanted::equals);
    }
}
