package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.summary.Views.View;

import static health.cloudcare.wearables.metric.MetricType.HEART_RATE;
import static health.cloudcare.wearables.metric.MetricType.SLEEP;

/** One metric by day, in ascending order. Days without readings have no point. */
@Path("/api/v1/wearables")
@Authenticated
class TrendResource {
    private final Views views;
    private final RollupReader rollups;
    private final Clock clock;

    TrendResource(Views views, RollupReader rollups, Clock clock) {
        this.views = views;
        this.rollups = rollups;
        this.clock = clock;
    }

    record Trend(UUID patientId, int days, List<Point> data) {}

    /** Hours in bed and asleep, by the day on which the night ended. */
    @GET
    @Path("metrics/sleep-trends")
    public Uni<Trend> sleep(
            @RestQuery("patient_id") @NotNull UUID patientId,
            @RestQuery @DefaultValue("30") int days,
            @RestQuery @Nullable String tz) {
        return open(patientId, SLEEP, "wearables/sleep-trends", days, tz)
                .chain(view -> history(view, SLEEP).map(history -> new Trend(patientId, days, nights(view, history))));
    }

    /** Average, lowest and highest of each day, in beats per minute. */
    @GET
    @Path("metrics/heart-rate-trends")
    public Uni<Trend> heartRate(
            @RestQuery("patient_id") @NotNull UUID patientId,
            @RestQuery @DefaultValue("30") int days,
            @RestQuery @Nullable String tz) {
        return open(patientId, HEART_RATE, "wearables/heart-rate-trends", days, tz)
                .chain(view -> history(view, HEART_RATE)
                        .map(history -> new Trend(patientId, days, heartRates(view, history))));
    }

    private Uni<View> open(UUID patientId, MetricType metric, String resource, int days, @Nullable String tz) {
        AccessRequest request = Views.read(patientId, resource).ofMetrics(Set.of(metric.code()));
        return views.open(request, tz, zone -> Window.of(days, null, zone, tz != null, clock));
    }

    private Uni<MetricHistory> history(View view, MetricType metric) {
        List<Long> days = view.window().days().withEveningBefore().utcDays();
        return rollups.histories(view.patientId(), List.of(metric), days, view.part())
                .map(found -> found.getOrDefault(metric, MetricHistory.empty()));
    }

    private static List<Point> nights(View view, MetricHistory history) {
        Nights nights = new Nights(history, view.window().zones());
        List<Point> points = new ArrayList<>();
        for (LocalDate day : view.window().days().days()) {
            List<SleepSession> sessions = nights.endingOn(day);
            if (!sessions.isEmpty()) {
                points.add(Point.sleep(day.toString(), MetricSummary.sleep(sessions, null)));
            }
        }
        return points;
    }

    private static List<Point> heartRates(View view, MetricHistory history) {
        List<Point> points = new ArrayList<>();
        new Buckets(view.window(), view.part(), WeekStart.DOCUMENTED)
                .daily(HEART_RATE, history)
                .forEach((day, figures) -> points.add(Point.heartRate(day, figures, HEART_RATE.unit())));
        return points;
    }
}
