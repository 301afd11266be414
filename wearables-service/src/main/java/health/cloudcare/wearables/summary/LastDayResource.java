package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.device.Devices;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.rollup.SleepSegment;
import health.cloudcare.wearables.summary.Views.View;

import static health.cloudcare.wearables.metric.MetricType.CALORIES;
import static health.cloudcare.wearables.metric.MetricType.HEART_RATE;
import static health.cloudcare.wearables.metric.MetricType.SLEEP;
import static health.cloudcare.wearables.metric.MetricType.STEPS;

/** The last 24 hours in one line. */
@Path("/api/v1/wearables")
@Authenticated
class LastDayResource {
    private static final Duration DAY = Duration.ofHours(24);

    private final CallerIdentity identity;
    private final Views views;
    private final RollupReader rollups;
    private final Devices devices;
    private final Clock clock;

    LastDayResource(CallerIdentity identity, Views views, RollupReader rollups, Devices devices, Clock clock) {
        this.identity = identity;
        this.views = views;
        this.rollups = rollups;
        this.devices = devices;
        this.clock = clock;
    }

    /**
     * @param totalSleepHours asleep, as far as it lies in the 24 hours; two decimals
     * @param dataPoints readings of all metrics that begin in the 24 hours, in whole quarter hours, those of sleep in whole hours
     * @param lastSync absent when no device of the patient ever sent anything
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LastDay(
            long steps,
            double avgHeartRate,
            double totalSleepHours,
            long calories,
            long dataPoints,
            @Nullable Instant lastSync) {}

    /** @param named the patient; the caller's own when absent, as documented */
    @GET
    @Path("summary")
    public Uni<LastDay> lastDay(@RestQuery("patient_id") @Nullable UUID named) {
        UUID patientId = named == null ? identity.caller().patientId() : named;
        if (patientId == null) {
            throw ProblemType.FORBIDDEN.problem("Only a patient has readings of their own.");
        }
        Instant now = clock.instant();
        Instant from = Instant.ofEpochMilli(LocalDays.floorToSlot(now.minus(DAY).toEpochMilli()));
        Span span = new Span(from, now);
        return views.open(Views.read(patientId, "wearables/summary"), null, zone -> Window.covering(span, zone, now))
                .chain(view -> rollups.histories(patientId, List.of(MetricType.values()), span.utcDays(), view.part())
                        .chain(histories -> devices.lastSync(patientId)
                                .map(sync -> answer(span, view, histories, sync.orElse(null)))));
    }

    private static LastDay answer(
            Span span, View view, Map<MetricType, MetricHistory> histories, @Nullable Instant lastSync) {
        Span open = span.within(view.part());
        long points = histories.values().stream()
                .mapToLong(history -> history.between(open.from(), open.to()).count())
                .sum();
        int sleep = histories.getOrDefault(SLEEP, MetricHistory.empty()).sleepReadings(open.from(), open.to());
        return new LastDay(
                Math.round(figures(histories, STEPS, open).sum()),
                Rounded.to(1, figures(histories, HEART_RATE, open).average()),
                Rounded.hours(asleep(histories, open)),
                Math.round(figures(histories, CALORIES, open).sum()),
                points + sleep,
                lastSync);
    }

    private static Figures figures(Map<MetricType, MetricHistory> histories, MetricType metric, Span open) {
        return histories.getOrDefault(metric, MetricHistory.empty()).between(open.from(), open.to());
    }

    private static long asleep(Map<MetricType, MetricHistory> histories, Span open) {
        return histories.getOrDefault(SLEEP, MetricHistory.empty()).sleep().stream()
                .filter(segment -> segment.stage().asleep())
                .mapToLong(segment -> overlap(segment, open))
                .sum();
    }

    private static long overlap(SleepSegment segment, Span open) {
        return Math.max(
                0,
                Math.min(segment.endMillis(), open.to().toEpochMilli())
                        - Math.max(segment.startMillis(), open.from().toEpochMilli()));
    }
}
