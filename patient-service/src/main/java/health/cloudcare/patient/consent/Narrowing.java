package health.cloudcare.patient.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.problem.FieldError;

/** What a patient grants of what was asked for: null keeps the member as asked. It never opens more. */
record Narrowing(
        @Nullable List<DataCategory> categories,
        @Nullable List<String> metrics,
        @Nullable LocalDate dataFrom,
        @Nullable LocalDate dataTo,
        @Nullable Resolution resolution,
        @Nullable AccessMode accessMode,
        @Nullable Instant expiresAt,
        @Nullable Integer maxReads,
        @Nullable ReadPeriod readsPer) {

    static final Narrowing NONE = new Narrowing(null, null, null, null, null, null, null, null, null);

    ConsentTerms of(ConsentTerms asked) {
        return new ConsentTerms(
                categories == null ? asked.categoryNames() : ConsentTerms.names(categories),
                metrics == null ? asked.metrics() : ConsentTerms.metricNames(metrics),
                dataFrom == null ? asked.dataFrom() : dataFrom,
                dataTo == null ? asked.dataTo() : dataTo,
                Objects.requireNonNullElse(resolution, asked.resolution()),
                Objects.requireNonNullElse(accessMode, asked.accessMode()),
                Objects.requireNonNullElse(expiresAt, asked.accessUntil()),
                maxReads == null ? asked.maxReads() : maxReads,
                readsPer == null ? asked.readsPer() : readsPer);
    }

    /** The terms that are granted. Fails with a problem that names each member that would open more. */
    ConsentTerms applied(ConsentTerms asked, Instant now) {
        List<FieldError> errors = errors(asked, now);
        if (!errors.isEmpty()) {
            throw ConsentProblems.invalid(errors);
        }
        return of(asked);
    }

    /** What would open more than was asked for, or makes no sense with it; empty when the patient may grant this. */
    List<FieldError> errors(ConsentTerms asked, Instant now) {
        ConsentTerms granted = of(asked);
        Errors errors = new Errors();
        errors.widensIf(!Set.copyOf(asked.categoryNames()).containsAll(granted.categoryNames()), "categories");
        errors.widensIf(hasMoreMetrics(granted, asked), "metrics");
        errors.widensIf(isBefore(granted.dataFrom(), asked.dataFrom()), "data_from");
        errors.widensIf(isBefore(asked.dataTo(), granted.dataTo()), "data_to");
        errors.widensIf(granted.resolution().isFinerThan(asked.resolution()), "resolution");
        errors.widensIf(granted.accessMode().compareTo(asked.accessMode()) > 0, "access_mode");
        errors.widensIf(granted.accessUntil().isAfter(asked.accessUntil()), "expires_at");
        errors.wrongIf(!granted.accessUntil().isAfter(now), "expires_at", "must be in the future", "future");
        errors.widensIf(isAbove(granted.maxReads(), asked.maxReads()), "max_reads");
        errors.widensIf(isShorter(granted.readsPer(), asked.readsPer()), "reads_per");
        errors.addAll(TermsCheck.errors(granted.dataFrom(), granted.dataTo(), granted.maxReads(), granted.readsPer()));
        return List.copyOf(errors.found);
    }

    /** No metric named means all of them. */
    private static boolean hasMoreMetrics(ConsentTerms granted, ConsentTerms asked) {
        if (asked.metrics().isEmpty()) {
            return false;
        }
        return granted.metrics().isEmpty() || !Set.copyOf(asked.metrics()).containsAll(granted.metrics());
    }

    private static boolean isBefore(@Nullable LocalDate day, @Nullable LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }

    private static boolean isAbove(@Nullable Integer reads, @Nullable Integer limit) {
        return reads != null && limit != null && reads > limit;
    }

    /** The same number in a shorter time is more. */
    private static boolean isShorter(@Nullable ReadPeriod period, @Nullable ReadPeriod other) {
        return period != null && other != null && period.compareTo(other) < 0;
    }

    private static final class Errors {
        private final List<FieldError> found = new ArrayList<>();

        void widensIf(boolean more, String field) {
            wrongIf(more, field, "must not open more than was asked for", "narrowing");
        }

        void wrongIf(boolean wrong, String field, String message, String rule) {
            if (wrong) {
                found.add(new FieldError(field, message, rule));
            }
        }

        void addAll(List<FieldError> errors) {
            found.addAll(errors);
        }
    }
}
