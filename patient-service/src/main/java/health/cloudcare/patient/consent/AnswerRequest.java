package health.cloudcare.patient.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Resolution;

/** What a patient answers. The terms are for an approval that grants less than was asked for; other answers have none. */
record AnswerRequest(
        @NotNull Answer status,

        @JsonDeserialize(contentConverter = CategoryName.class) @Size(min = 1, max = 20) @Nullable
        List<@NotNull DataCategory> categories,

        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 64) String> metrics,
        @Nullable LocalDate dataFrom,
        @Nullable LocalDate dataTo,
        @Nullable Resolution resolution,
        @Nullable AccessMode accessMode,
        @Nullable Instant expiresAt,
        @Positive @Nullable Integer maxReads,
        @JsonAlias("per") @Nullable ReadPeriod readsPer) {

    Narrowing narrowing() {
        return new Narrowing(
                categories,
                metrics,
                dataFrom,
                dataTo,
                resolution,
                accessMode,
                expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS),
                maxReads,
                readsPer);
    }
}
