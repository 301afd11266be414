package health.cloudcare.patient.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.problem.FieldError;

/** The documented body, and the terms a doctor may ask for; what is left out gives the documented full access for 90 days. */
record DoctorConsentRequest(
        @NotNull UUID patientId,
        @NotNull UUID doctorId,
        @Size(max = 200) @Nullable String facilityName,
        @Size(max = 50) @Nullable String requestType,
        @Size(max = 1000) @Nullable String description,
        @Min(1) @Max(MAX_DAYS) @Nullable Integer expiresInDays,
        @Valid @Nullable PurposeRequest purpose,

        @JsonDeserialize(contentConverter = CategoryName.class) @Size(min = 1, max = 20) @Nullable
        List<@NotNull DataCategory> categories,

        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 64) String> metrics,
        @Nullable LocalDate dataFrom,
        @Nullable LocalDate dataTo,
        @Nullable Resolution resolution,
        @Nullable AccessMode accessMode,
        @Positive @Nullable Integer maxReads,
        @JsonAlias("per") @Nullable ReadPeriod readsPer) {

    static final int MAX_DAYS = 3650;
    static final int DEFAULT_DAYS = 90;

    private static final Set<String> RESERVED = Set.of(AccessWish.ADMISSION, AccessWish.EMERGENCY);

    /** Also what the app sends when it does not know the doctor's name. */
    static final String NAMELESS = "Healthcare Professional";

    record PurposeRequest(
            @Nullable PurposeCode code,
            @Size(max = 200) @Nullable String text) {

        Purpose purpose() {
            PurposeCode known = Objects.requireNonNullElse(code, PurposeCode.CAREMGT);
            return text == null || text.isBlank() ? Purpose.of(known) : new Purpose(known, text.strip());
        }
    }

    /**
     * What no annotation can say. An admission is a hospital's to ask for: to approve it admits the patient. An emergency is not
     * asked for at all.
     */
    List<FieldError> errors() {
        if (requestType != null && RESERVED.contains(requestType.strip().toUpperCase(Locale.ROOT))) {
            return List.of(
                    new FieldError("request_type", "must be neither an admission nor an emergency", "request_type"));
        }
        return TermsCheck.errors(dataFrom, dataTo, maxReads, readsPer);
    }

    AccessWish wish(Instant now) {
        Instant end = now.plus(Duration.ofDays(Objects.requireNonNullElse(expiresInDays, DEFAULT_DAYS)));
        return new AccessWish(
                patientId,
                new Grantee.Doctor(doctorId),
                facilityName == null || facilityName.isBlank() ? NAMELESS : facilityName.strip(),
                type(),
                description == null || description.isBlank() ? null : description.strip(),
                purpose == null ? Purpose.CARE : purpose.purpose(),
                terms().of(ConsentTerms.everythingUntil(end)),
                end);
    }

    private String type() {
        if (requestType == null
                || requestType.isBlank()
                || requestType.strip().equalsIgnoreCase(AccessWish.DATA_ACCESS)) {
            return AccessWish.DATA_ACCESS;
        }
        return requestType.strip();
    }

    /** Less than everything, in the members that are given. */
    private Narrowing terms() {
        return new Narrowing(categories, metrics, dataFrom, dataTo, resolution, accessMode, null, maxReads, readsPer);
    }

    @Override
    public String toString() {
        return "DoctorConsentRequest of doctor " + doctorId;
    }
}
