package health.cloudcare.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A patient grants access, on the terms told here; narrower ones than were asked for, perhaps. It holds until it is revoked
 * or {@code expiresAt}, whichever comes first: nobody waits for the event of its expiry.
 *
 * @param categories of data, at least one
 * @param metrics of wearables; empty means all
 * @param dataFrom the first day of the data that is opened, null when nothing is too old
 * @param dataTo the last such day, null when nothing is too new
 * @param resolution the finest of wearables: {@code RAW}, {@code HOURLY} or {@code DAILY}
 * @param maxReads how often it may be used in each {@code readsPer}, null without limit
 * @param readsPer {@code DAY}, {@code WEEK} or {@code MONTH}; null without limit
 * @param accessMode {@code VIEW}, or {@code STORE} when the grantee may keep a copy; null in old events means {@code VIEW}
 * @param kind {@code DATA_ACCESS}, {@code HOSPITAL_ADMISSION}, {@code CARE_TEAM} when the hospital of an admission gave the patient to
 *     this doctor, or {@code EMERGENCY} when a doctor broke the glass and nobody
 *     granted it; null in old events
 */
public record ConsentGranted(
        UUID eventId,
        Instant occurredAt,
        UUID patientId,
        UUID consentId,
        int version,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        List<String> categories,
        List<String> metrics,
        @Nullable LocalDate dataFrom,
        @Nullable LocalDate dataTo,
        String resolution,
        Instant expiresAt,
        @Nullable Integer maxReads,
        @Nullable String readsPer,
        @Nullable String accessMode,
        @Nullable String kind)
        implements ConsentEvent {

    public static final String TYPE = "consent.granted";
    public static final String EMERGENCY = "EMERGENCY";
    public static final String CARE_TEAM = "CARE_TEAM";

    public ConsentGranted {
        categories = List.copyOf(categories);
        metrics = List.copyOf(metrics);
    }

    public ConsentGranted(
            Instant occurredAt,
            UUID patientId,
            UUID consentId,
            int version,
            @Nullable UUID doctorId,
            @Nullable UUID hospitalId,
            List<String> categories,
            List<String> metrics,
            @Nullable LocalDate dataFrom,
            @Nullable LocalDate dataTo,
            String resolution,
            Instant expiresAt,
            @Nullable Integer maxReads,
            @Nullable String readsPer,
            @Nullable String accessMode,
            @Nullable String kind) {
        this(
                UuidV7.at(occurredAt),
                occurredAt,
                patientId,
                consentId,
                version,
                doctorId,
                hospitalId,
                categories,
                metrics,
                dataFrom,
                dataTo,
                resolution,
                expiresAt,
                maxReads,
                readsPer,
                accessMode,
                kind);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
