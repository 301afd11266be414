package health.cloudcare.wearables.deletion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What is to go.
 *
 * @param patientId the caller's own when absent
 * @param recordIds ids that the sources gave their records: HealthKit's UUID, Health Connect's {@code metadata.id}, Open mHealth's
 *     {@code header.id}
 * @param ranges readings by what they are
 */
record DeletionRequest(
        @Nullable UUID patientId,
        @Size(max = MOST) List<@NotBlank @Size(max = 200) String> recordIds,
        @Size(max = MOST) List<@NotNull @Valid Range> ranges) {

    static final int MOST = 1_000;

    DeletionRequest {
        recordIds = recordIds == null ? List.of() : recordIds;
        ranges = ranges == null ? List.of() : ranges;
    }

    /**
     * Readings that match everything that is named.
     *
     * @param sourceApp the source's name, as {@code metrics/recent} and {@code metrics/by-type} show it
     * @param deviceId likewise
     * @param startDate of the readings' starts
     * @param endDate exclusive; where it is {@code start_date}, that very instant is meant
     */
    record Range(
            @Size(max = 100) @Nullable String metricType,
            @Size(max = 200) @Nullable String sourceApp,
            @Size(max = 200) @Nullable String deviceId,
            @Nullable Instant startDate,
            @Nullable Instant endDate) {

        boolean namesNothing() {
            return metricType == null && sourceApp == null && deviceId == null && startDate == null && endDate == null;
        }
    }
}
