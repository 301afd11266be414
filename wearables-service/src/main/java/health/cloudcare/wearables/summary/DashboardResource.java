package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.patient.Patients;

/**
 * What the app shows of a patient's wearables. Days are those of {@code tz}, by default of the patient's zone. Beyond the
 * documented parameters {@code until} names the last day, for looking back.
 */
@Path("/api/v1/wearables")
@Authenticated
class DashboardResource {
    private final AccessDecision access;
    private final Patients patients;
    private final Dashboards dashboards;
    private final Clock clock;

    DashboardResource(AccessDecision access, Patients patients, Dashboards dashboards, Clock clock) {
        this.access = access;
        this.patients = patients;
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
        return zones(patientId, tz)
                .chain(zones -> shown(
                        read(patientId, "wearables/comprehensive"),
                        Window.of(days, until, zones.asked(), tz != null, clock),
                        zones.patients()))
                .chain(shown -> dashboards.comprehensive(patientId, shown.window(), shown.part()));
    }

    /** The current day, each metric against the same part of yesterday. */
    @GET
    @Path("summary/today")
    public Uni<TodayResponse> today(@RestQuery("patient_id") @NotNull UUID patientId, @RestQuery @Nullable String tz) {
        return zones(patientId, tz)
                .chain(zones -> shown(
                        read(patientId, "wearables/today"),
                        Window.of(1, null, zones.asked(), tz != null, clock),
                        zones.patients()))
                .chain(shown -> dashboards.today(patientId, shown.window(), shown.part()));
    }

    /** Hourly, daily or weekly figures of one metric or all; explicit dates win over {@code days}. */
    @GET
    @Path("metrics/aggregated")
    public Uni<AggregatedResponse> aggregated(
            @RestQuery("patient_id") @NotNull UUID patientId,
            @RestQuery @DefaultValue("daily") String period,
            @RestQuery @DefaultValue("30") int days,
            @RestQuery("metric_type") @Nullable String metricType,
            @RestQuery("start_date") @Nullable LocalDate startDate,
            @RestQuery("end_date") @Nullable LocalDate endDate,
            @RestQuery @Nullable String tz) {
        Period wanted = Period.of(period);
        Optional<MetricType> metric = metric(metricType);
        AccessRequest request = read(patientId, "wearables/aggregated")
                .at(wanted.resolution())
                .ofMetrics(metric.map(MetricType::code).map(Set::of).orElseGet(Set::of));
        return zones(patientId, tz)
                .chain(zones -> shown(
                        request,
                        startDate == null
                                ? Window.of(days, endDate, zones.asked(), tz != null, clock)
                                : Window.of(
                                        startDate,
                                        endDate == null ? today(zones.asked()) : endDate,
                                        zones.asked(),
                                        tz != null,
                                        clock),
                        zones.patients()))
                .chain(shown -> dashboards.aggregated(patientId, shown.window(), wanted, metric, shown.part()));
    }

    /** @param patients whose days a consent names */
    private record Zones(ZoneId asked, ZoneId patients) {}

    private Uni<Zones> zones(UUID patientId, @Nullable String tz) {
        return patients.zoneOf(patientId).map(zone -> new Zones(tz == null ? zone : Window.zone(tz), zone));
    }

    private record Shown(Window window, OpenPart part) {}

    /** What the caller may see of the window; fails when that is nothing. */
    private Uni<Shown> shown(AccessRequest request, Window window, ZoneId patientZone) {
        return access.require(request.between(window.days().first(), window.lastDay()))
                .map(Grant::scope)
                .map(scope -> new Shown(window.within(scope), OpenPart.of(scope, patientZone)));
    }

    private static AccessRequest read(UUID patientId, String resource) {
        return new AccessRequest(patientId, DataCategory.WEARABLES, Action.READ, resource);
    }

    private LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private static Optional<MetricType> metric(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(MetricType.ofCode(code)
                .orElseThrow(() -> Window.invalid("metric_type", "is not in the vocabulary", "enum")));
    }
}
