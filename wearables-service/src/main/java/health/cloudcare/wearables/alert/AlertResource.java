package health.cloudcare.wearables.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Readings that were out of range for a while. */
@Path("/api/v1/wearables")
@Authenticated
class AlertResource {
    /** Older ones are no emergency any more; they stand in the patient's list. */
    private static final Duration EMERGENCY = Duration.ofHours(24);

    private static final int MOST_EMERGENCIES = 100;

    private final CallerIdentity identity;
    private final ConsentView consents;
    private final AlertAccess access;
    private final Alerts alerts;
    private final Clock clock;

    AlertResource(CallerIdentity identity, ConsentView consents, AlertAccess access, Alerts alerts, Clock clock) {
        this.identity = identity;
        this.consents = consents;
        this.access = access;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * A patient's, newest first.
     *
     * @param status {@code raised} for those that nobody acknowledged, {@code acknowledged} for the others; all when absent
     * @param severity one of {@link AlertSeverity}, in any case
     */
    @GET
    @Path("alerts")
    public Uni<Page<AlertResponse>> list(
            @RestQuery("patient_id") @NotNull UUID patientId,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String severity,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        Boolean acknowledged = acknowledged(status);
        AlertSeverity wanted = severity(severity);
        return access.visible(patientId, acknowledged, wanted)
                .chain(visible -> alerts.ofPatient(patientId, visible, PageRequest.of(page, size)))
                .map(found -> found.map(AlertResponse::of));
    }

    /** Whoever may see it says to have seen it. Repeating it changes nothing. */
    @POST
    @Path("alerts/{id}/acknowledge")
    public Uni<AlertResponse> acknowledge(@RestPath UUID id) {
        UUID account = identity.caller().accountId();
        return known(id)
                .chain(access::require)
                .chain(() -> alerts.acknowledge(id, account))
                .chain(() -> known(id))
                .map(AlertResponse::of);
    }

    private Uni<Alert> known(UUID id) {
        return alerts.find(id).map(found -> {
            if (found == null) {
                throw AlertAccess.unknown();
            }
            return found;
        });
    }

    /**
     * For doctors and hospitals: critical alerts of the last day that nobody acknowledged, of all patients whose readings are open to
     * the caller, newest first; at most a hundred.
     */
    @GET
    @Path("alerts/emergency")
    public Uni<List<AlertResponse>> emergencies() {
        Caller caller = identity.caller();
        if (caller.role() != Role.DOCTOR && caller.role() != Role.HOSPITAL_ADMIN || !caller.verified()) {
            throw ProblemType.FORBIDDEN.problem("Emergencies are listed for verified doctors and hospitals.");
        }
        Alerts.Wanted critical =
                new Alerts.Wanted(null, clock.instant().minus(EMERGENCY), null, false, AlertSeverity.CRITICAL);
        return consents.patientsOpenTo(caller)
                .chain(patients -> patients.isEmpty()
                        ? Uni.createFrom().item(List.<Alert>of())
                        : alerts.ofPatients(patients, critical, MOST_EMERGENCIES))
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        // what a narrower consent does not open is left out
                        .transformToUniAndConcatenate(
                                alert -> access.require(alert).onFailure().recoverWithNull())
                        .map(AlertResponse::of)
                        .collect()
                        .asList());
    }

    private static @Nullable Boolean acknowledged(@Nullable String status) {
        if (status == null) {
            return null;
        }
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "raised" -> false;
            case "acknowledged" -> true;
            default ->
                throw ProblemType.INVALID.problem(
                        "status is raised or acknowledged.",
                        List.of(new FieldError("status", "must be raised or acknowledged", "enum")));
        };
    }

    private static @Nullable AlertSeverity severity(@Nullable String severity) {
        if (severity == null) {
            return null;
        }
        for (AlertSeverity known : AlertSeverity.values()) {
            if (known.name().equalsIgnoreCase(severity.strip())) {
                return known;
            }
        }
        throw ProblemType.INVALID.problem(
                "There is no such severity.",
                List.of(new FieldError("severity", "must be critical, high, medium or low", "enum")));
    }
}
