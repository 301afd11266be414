package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Action;
import health.cloudcare.wearables.access.PatientAccess;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.patient.Patients;

/**
 * What the app shows of a patient's wearables. Days are those of {@code tz}, by default of the patient's zone. Beyond the
 * documented parameters {@code until} names the last day, for looking back.
 */
@Path("/api/v1/wearables")
@Authenticated
class DashboardResource {
    private final PatientAccess access;
    private final Patients patients;
    private final Dashboards dashboards;
    private final Clock clock;

    DashboardResource(PatientAccess access, Patients patients, Dashboards dashboards, Clock clock) {
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
        return access.require(patientId, Action.READ, "wearables/comprehensive")
                .chain(() -> zone(patientId, tz))
                .map(zone -> Window.of(days, until, zone, tz != null, clock))
                .chain(window -> dashboards.comprehensive(patientId, window));
    }

    /** The current day, each metric against the same part of yesterday. */
    @GET
    @Path("summary/today")
    public Uni<TodayResponse> today(@RestQuery("patient_id") @NotNull UUID patientId, @RestQuery @Nullable String tz) {
        return access.require(patientId, Action.READ, "wearables/today")
                .chain(() -> zone(patientId, tz))
                .map(zone -> Window.of(1, null, zone, tz != null, clock))
                .chain(window -> dashboards.today(patientId, window));
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
        return access.require(patientId, Action.READ, "wearables/aggregated")
                .chain(() -> zone(patientId, tz))
                .map(zone -> startDate == null
                        ? Window.of(days, endDate, zone, tz != null, clock)
                        : Window.of(startDate, endDate == null ? today(zone) : endDate, zone, tz != null, clock))
                .chain(window -> dashboards.aggregated(patientId, window, Period.of(period), metric(metricType)));
    }

    private Uni<ZoneId> zone(UUID patientId, @Nullable String tz) {
        return tz == null ? patients.zoneOf(patientId) : Uni.createFrom().item(() -> Window.zone(tz));
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
