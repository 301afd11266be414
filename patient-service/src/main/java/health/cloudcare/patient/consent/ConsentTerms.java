package health.cloudcare.patient.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Resolution;

/**
 * How much a consent opens, and for how long. The members are those of India's ABDM consent artefact.
 *
 * @param categoryNames at least one {@link DataCategory}
 * @param metrics of wearables; empty means all
 * @param dataFrom first day of the data, null when nothing is too old
 * @param dataTo last day of the data, null when nothing is too new
 * @param accessUntil when an approved consent ends; a request may have to be answered sooner
 * @param maxReads in each {@code readsPer}; both null without limit
 */
@Embeddable
record ConsentTerms(
        @Column(name = "categories") List<String> categoryNames,
        @Column(name = "metrics") List<String> metrics,
        @Column(name = "data_from") @Nullable LocalDate dataFrom,
        @Column(name = "data_to") @Nullable LocalDate dataTo,

        @Enumerated(EnumType.STRING) @Column(name = "resolution")
        Resolution resolution,

        @Enumerated(EnumType.STRING) @Column(name = "access_mode")
        AccessMode accessMode,

        @Column(name = "access_until") Instant accessUntil,
        @Column(name = "max_reads") @Nullable Integer maxReads,

        @Enumerated(EnumType.STRING) @Column(name = "reads_per") @Nullable
        ReadPeriod readsPer) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** The documented full access. */
    static ConsentTerms everythingUntil(Instant accessUntil) {
        return new ConsentTerms(
                names(List.of(DataCategory.values())),
                List.of(),
                null,
                null,
                Resolution.RAW,
                AccessMode.VIEW,
                accessUntil,
                null,
                null);
    }

    ConsentTerms endingAt(Instant end) {
        return new ConsentTerms(
                categoryNames, metrics, dataFrom, dataTo, resolution, accessMode, end, maxReads, readsPer);
    }

    List<DataCategory> categories() {
        return categoryNames.stream().map(DataCategory::valueOf).toList();
    }

    /** In their own order and once each, however they were given. */
    static List<String> names(Collection<DataCategory> categories) {
        return categories.stream().distinct().sorted().map(DataCategory::name).toList();
    }

    /** As wearables-service spells them. */
    static List<String> metricNames(Collection<String> metrics) {
        return metrics.stream()
                .map(metric -> metric.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a day can be of anybody's records, and be stored. */
    static boolean isConceivable(@Nullable LocalDate day) {
        return day == null || !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}
