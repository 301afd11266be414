package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.wearables.metric.MetricType;

/** Readings one by one. A consent opens them when it opens wearables as finely as they are. */
@Path("/api/v1/wearables")
@Authenticated
class SampleResource {
    private static final int MOST_RECENT = 1_000;
    private static final int MOST_OF_TYPE = 10_000;

    /** As many as the days of the other calls come to. */
    private static final int MOST_HOURS = 366 * 24;

    private final Views views;
    private final SampleReader samples;
    private final Clock clock;

    SampleResource(Views views, SampleReader samples, Clock clock) {
        this.views = views;
        this.samples = samples;
        this.clock = clock;
    }

    record Recent(UUID patientId, int hours, int count, List<Sample> metrics) {}

    /**
     * @param startDate from where; null when the request named days alone
     * @param endDate until where, exclusive; likewise
     */
    record OfType(
            UUID patientId,
            String metricType,
            @Nullable Instant startDate,
            @Nullable Instant endDate,
            int count,
            List<Sample> metrics) {}

    /** The newest of all metrics that may be seen, newest first. */
    @GET
    @Path("metrics/recent")
    public Uni<Recent> recent(
            @RestQuery("patient_id") @NotNull UUID patientId,
            @RestQuery @DefaultValue("24") int hours,
            @RestQuery @DefaultValue("1000") int limit) {
        int most = limit(limit, MOST_RECENT);
        if (hours < 1 || hours > MOST_HOURS) {
            throw Window.invalid("hours", "must be between 1 and " + MOST_HOURS, "range");
        }
        Instant now = clock.instant();
        Span span = new Span(now.minus(Duration.ofHours(hours)), now.plusMillis(1));
        AccessRequest request = Views.read(patientId, "wearables/recent").at(Resolution.RAW);
        return views.open(request, null, zone -> Window.covering(span, zone, now))
                .chain(view -> samples.newest(
                        patientId, view.part().metricsOf(List.of(MetricType.values())), span.within(view.part()), most))
                .map(found -> new Recent(patientId, hours, found.size(), found));
    }

    /** Those of one metric, oldest first; dates win over {@code days}. */
    @GET
    @Path("metrics/by-type")
    public Uni<OfType> ofType(
            @RestQuery("patient_id") @NotNull UUID patientId,
            @RestQuery("metric_type") @NotNull String metricType,
            @RestQuery @DefaultValue("30") int days,
            @RestQuery("start_date") @Nullable String startDate,
            @RestQuery("end_date") @Nullable String endDate,
            @RestQuery @DefaultValue("10000") int limit,
            @RestQuery @Nullable String tz) {
        MetricType metric = Window.metric(metricType);
        int most = limit(limit, MOST_OF_TYPE);
        Instant now = clock.instant();
        Dates dates = new Dates(days, startDate, endDate);
        AccessRequest request = Views.read(patientId, "wearables/by-type")
                .ofMetrics(Set.of(metric.code()))
                .at(Resolution.RAW);
        return views.open(request, tz, zone -> Window.covering(dates.span(zone, now), zone, now))
                .chain(view -> {
                    Span span = dates.span(view.window().zones(), now);
                    return samples.oldest(patientId, List.of(metric), span.within(view.part()), most)
                            .map(found -> new OfType(
                                    patientId,
                                    metric.code(),
                                    startDate == null ? null : span.from(),
                                    endDate == null ? null : span.to(),
                                    found.size(),
                                    found));
                });
    }

    private static int limit(int limit, int most) {
        if (limit < 1) {
            throw Window.invalid("limit", "must be at least 1", "range");
        }
        return Math.min(limit, most);
    }
}
