package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
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
import health.cloudcare.wearables.patient.ZoneHistory;

/**
 * What the app shows of a patient's wearables. Days are those of {@code tz}, by default of the patient's zone. Beyond the
 * documented parameters {@code until} names the last day, for looking back.
 */
@Path("/api/v1/wearables")
@Authenticated
class DashboardResource {
    private final Views views;
    private final Dashboards dashboards;
    private final Clock clock;

    DashboardResource(Views views, Dashboards dashboards, Clock clock) {
        this.views = views;
        this.dashboards = dashboards;
        this.clock = clock;
    }

    /** Summary of the last day, daily and hourly series. */
    @GET
    @Path("metrics/comprehensive")
    public Uni<ComprehensiveResponse> comprehensive(
            @RestQuery("patient_id") @NotNull UUID patientId,
            @RestQuery @DefaultValue("30") int days,
            @RestQuery @Nullable String tz,
            @RestQuery @Nullable LocalDate until) {
        return views.open(
                        Views.read(patientId, "wearables/comprehensive"),
                        tz,
                        zone -> Window.of(days, until, zone, tz != null, clock))
                .chain(view -> dashboards.comprehensive(patientId, view.window(), view.part()));
    }

    /** The current day, each metric against the same part of yesterday. */
    @GET
    @Path("summary/today")
    public Uni<TodayResponse> today(@RestQuery("patient_id") @NotNull UUID patientId, @RestQuery @Nullable String tz) {
        return views.open(
                        Views.read(patientId, "wearables/today"),
                        tz,
                        zone -> Window.of(1, null, zone, tz != null, clock))
                .chain(view -> dashboards.today(patientId, view.window(), view.part()));
    }

    /**
     * Hourly, daily, weekly or monthly figures of one metric or all; explicit dates win over {@code days}.
     *
     * @param weekStart see {@link WeekStart}
     */
    @GET
    @Path("metrics/aggregated")
    public Uni<AggregatedResponse> aggregated(
            @RestQuery("patient_id") @NotNull UUID patientId,
            @RestQuery @DefaultValue("daily") String period,
            @RestQuery @DefaultValue("30") int days,
            @RestQuery("metric_type") @Nullable String metricType,
            @RestQuery("start_date") @Nullable LocalDate startDate,
            @RestQuery("end_date") @Nullable LocalDate endDate,
            @RestQuery("week_start") @Nullable String weekStart,
            @RestQuery @Nullable String tz) {
        Period wanted = Period.of(period);
        WeekStart weeks = WeekStart.of(weekStart);
        Optional<MetricType> metric = metric(metricType);
        AccessRequest request = Views.read(patientId, "wearables/aggregated")
                .at(wanted.resolution())
                .ofMetrics(metric.map(MetricType::code).map(Set::of).orElseGet(Set::of));
        return views.open(
                        request,
                        tz,
                        zone -> startDate == null
                                ? Window.of(days, endDate, zone, tz != null, clock)
                                : Window.of(
                                        startDate, endDate == null ? today(zone) : endDate, zone, tz != null, clock))
                .chain(view ->
                        dashboards.aggregated(patientId, new Cut(view.window(), view.part(), wanted, weeks), metric));
    }

    private LocalDate today(ZoneHistory zones) {
        return zones.dateOf(clock.instant());
    }

    private static Optional<MetricType> metric(@Nullable String code) {
        return Optional.ofNullable(code).map(Window::metric);
    }
}
