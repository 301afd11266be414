package health.cloudcare.patient.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A consent that was given, for somebody who must prove it elsewhere. Members and their names are those of India's ABDM consent
 * artefact where it has them; people are named by their ids alone.
 *
 * @param iss who signs it
 * @param createdOn when it was asked for
 * @param status where it stood at {@code signedAt}: APPROVED, REVOKED or EXPIRED
 * @param version of the consent, as in its events
 * @param metrics of wearables; empty means all
 */
@JsonNaming(LowerCamelCaseStrategy.class)
record ConsentArtefact(
        String iss,
        String schemaVersion,
        UUID consentId,
        Instant createdOn,
        Instant signedAt,
        String status,
        int version,
        String requestType,
        Purpose purpose,
        Party patient,
        Grantee grantee,
        List<String> dataCategories,
        List<String> metrics,
        Permission permission) {

    static final String SCHEMA_VERSION = "1.0";

    record Party(UUID id) {}

    /** @param type DOCTOR or HOSPITAL */
    record Grantee(String type, UUID id) {}

    record Purpose(String code, String text) {}

    /**
     * @param dataEraseAt when access ends, and copies go
     * @param frequency how often the data may be read; null without limit
     * @param resolution the finest of wearables
     */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record Permission(
            String accessMode,
            DateRange dateRange,
            Instant dataEraseAt,
            @Nullable Frequency frequency,
            String resolution) {}

    /** Days of the data, both included; null without bound. */
    record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {}

    record Frequency(int value, String unit) {}

    /** Fails with {@link IllegalTransitionException} unless the patient once approved it. */
    static ConsentArtefact of(Consent consent, String issuer, Instant now) {
        ConsentState state = consent.state(now);
        if (state.status() != ConsentStatus.APPROVED && state.status() != ConsentStatus.REVOKED) {
            throw new IllegalTransitionException(state, "certified");
        }
        ConsentTerms terms = consent.terms();
        return new ConsentArtefact(
                issuer,
                SCHEMA_VERSION,
                consent.id(),
                consent.requestedAt(),
                now,
                state instanceof ConsentState.Expired
                        ? "EXPIRED"
                        : state.status().name(),
                consent.version(),
                consent.kind(),
                new Purpose(consent.purpose().code().name(), consent.purpose().text()),
                new Party(consent.patientId()),
                grantee(consent),
                terms.categoryNames(),
                terms.metrics(),
                new Permission(
                        terms.accessMode().name(),
                        new DateRange(terms.dataFrom(), terms.dataTo()),
                        consent.expiresAt(),
                        frequency(terms),
                        terms.resolution().name()));
    }

    private static Grantee grantee(Consent consent) {
        UUID doctor = consent.doctorId();
        UUID hospital = consent.hospitalId();
        if (doctor != null) {
            return new Grantee("DOCTOR", doctor);
        }
        if (hospital != null) {
            return new Grantee("HOSPITAL", hospital);
        }
        throw new IllegalStateException(consent + " is given to nobody");
    }

    private static @Nullable Frequency frequency(ConsentTerms terms) {
        Integer reads = terms.maxReads();
        ReadPeriod period = terms.readsPer();
        return reads == null || period == null ? null : new Frequency(reads, period.name());
    }
}
