package health.cloudcare.endtoend;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** Which consents were in force when, as whoever gave and withdrew them knows it. */
final class ConsentLedger {

    private static final Set<String> EVERYTHING = Set.of("PROFILE", "DOCUMENTS", "WEARABLES", "APPOINTMENTS", "NOTES");

    /** How long a withdrawal may take. */
    private static final long LIMIT = Duration.ofSeconds(1).toNanos();

    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();

    /** @param from before it was given, {@code until} after it was withdrawn; by {@link System#nanoTime()} */
    private record Entry(
            UUID patientId,
            UUID grantee,
            Set<String> categories,
            boolean emergency,
            long from,
            @Nullable Long until) {}

    void given(UUID consentId, UUID patientId, UUID grantee, Set<String> categories, long before) {
        entries.put(consentId, new Entry(patientId, grantee, categories, false, before, null));
    }

    /** Asking again gives the same one. */
    void emergency(UUID consentId, UUID patientId, UUID doctorId, long before) {
        entries.putIfAbsent(consentId, new Entry(patientId, doctorId, EVERYTHING, true, before, null));
    }

    void withdrawn(UUID consentId, long after) {
        entries.computeIfPresent(
                consentId,
                (id, entry) -> new Entry(
                        entry.patientId, entry.grantee, entry.categories, entry.emergency, entry.from, after));
    }

    /** Whether that consent let the caller do this when they did it. */
    boolean covers(UUID consentId, boolean emergency, WalkStep step) {
        Entry entry = entries.get(consentId);
        return entry != null
                && entry.patientId.equals(step.patientId())
                && entry.grantee.equals(step.caller().profileId())
                && entry.categories.contains(step.deed().category())
                && entry.emergency == emergency
                && entry.from <= step.end()
                && (entry.until == null || step.start() <= entry.until + LIMIT);
    }
}
