package health.cloudcare.journey;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** How far an import is and what became of its records; see {@code GET /api/v1/wearables/imports/{id}}. */
public record ImportReport(
        UUID importId,
        String state,
        long bytesReceived,
        long records,
        long accepted,
        long stored,
        long duplicates,
        long rejected,
        long unmapped,
        List<TypeCount> types,
        List<Rejected> rejections,
        @Nullable Failure failure) {

    /** @param metric what it is kept as; null when it is not kept */
    public record TypeCount(
            String type, @Nullable String metric, long records, long accepted, long rejected, long unmapped) {}

    public record Rejected(long line, String type, String reason, String message) {}

    public record Failure(String reason, String message) {}

    public boolean completed() {
        return state.equals("COMPLETED");
    }

    public boolean ended() {
        return completed() || state.equals("FAILED");
    }

    /** Readings that are in the aggregates by now. */
    public long merged() {
        return stored + duplicates;
    }
}
