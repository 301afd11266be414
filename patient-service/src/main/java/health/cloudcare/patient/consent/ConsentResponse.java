package health.cloudcare.patient.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Resolution;

/**
 * The documented consent, who it is given to, and its terms.
 *
 * @param expiresAt when a pending request lapses, or an approved consent ends
 * @param isExpired whether that moment has come; the status stays what it was
 * @param metrics of wearables; empty means all
 */
record ConsentResponse(
        UUID id,
        UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        String facilityName,
        String requestType,
        @Nullable String description,
        ConsentStatus status,
        Instant requestedAt,
        @Nullable Instant respondedAt,
        Instant expiresAt,
        boolean isExpired,
        PurposeResponse purpose,
        List<DataCategory> categories,
        List<String> metrics,
        @Nullable LocalDate dataFrom,
        @Nullable LocalDate dataTo,
        Resolution resolution,
        AccessMode accessMode,
        @Nullable Integer maxReads,
        @Nullable ReadPeriod readsPer,
        int version) {

    record PurposeResponse(PurposeCode code, String text) {}

    static ConsentResponse of(Consent consent, Instant now) {
        ConsentTerms terms = consent.terms();
        return new ConsentResponse(
                consent.id(),
                consent.patientId(),
                consent.doctorId(),
                consent.hospitalId(),
                consent.facilityName(),
                consent.requestType(),
                consent.description(),
                consent.state(now).status(),
                consent.requestedAt(),
                consent.respondedAt(),
                consent.expiresAt(),
                consent.state(now) instanceof ConsentState.Expired,
                new PurposeResponse(consent.purpose().code(), consent.purpose().text()),
                terms.categories(),
                terms.metrics(),
                terms.dataFrom(),
                terms.dataTo(),
                terms.resolution(),
                terms.accessMode(),
                terms.maxReads(),
                terms.readsPer(),
                consent.version());
    }

    @Override
    public String toString() {
        return "ConsentResponse " + id;
    }
}
