package health.cloudcare.wearables.alert;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.access.PatientAccess;

/** The limits behind a patient's alerts. Doctors with an unnarrowed consent set them. */
@Path("/api/v1/wearables")
@Authenticated
class ThresholdResource {
    private static final String RESOURCE = "wearables/alert-thresholds";
    private static final int MOST_TRIES = 5;

    private final CallerIdentity identity;
    private final PatientAccess access;
    private final Thresholds thresholds;

    ThresholdResource(CallerIdentity identity, PatientAccess access, Thresholds thresholds) {
        this.identity = identity;
        this.access = access;
        this.thresholds = thresholds;
    }

    /**
     * A rule as it looks at a patient.
     *
     * @param sustainedMinutes how long the limit must be exceeded
     * @param isDefault whether no doctor has said otherwise
     */
    record Shown(
            String rule,
            String metricType,
            String direction,
            double limit,
            double defaultLimit,
            String unit,
            AlertSeverity severity,
            long sustainedMinutes,
            boolean enabled,
            boolean isDefault) {

        static Shown of(Threshold threshold) {
            AlertRule rule = threshold.rule();
            return new Shown(
                    rule.code(),
                    rule.metric().code(),
                    rule.side().name(),
                    threshold.limit(),
                    rule.limit(),
                    rule.metric().unit(),
                    rule.severity(),
                    rule.sustained().toMinutes(),
                    threshold.enabled(),
                    threshold.version() == 0);
        }
    }

    /**
     * @param limit in the metric's unit, within its plausible range
     * @param enabled true when absent
     */
    record Change(@NotNull Double limit, @Nullable Boolean enabled) {}

    /** All rules, each with the patient's limit. */
    @GET
    @Path("alerts/thresholds")
    public Uni<List<Shown>> list(@RestQuery("patient_id") @NotNull UUID patientId) {
        return access.requireUnnarrowed(patientId, RESOURCE)
                .chain(grant -> thresholds.of(grant.patientId()))
                .map(all -> all.stream().map(Shown::of).toList());
    }

    /** Sets one, from the next readings on. 412 when it was changed since the version that {@code If-Match} names. */
    @PUT
    @Path("alerts/thresholds/{rule}")
    public Uni<RestResponse<Shown>> set(
            @RestPath String rule,
            @RestQuery("patient_id") @NotNull UUID patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Change change) {
        AlertRule known = rule(rule);
        if (!known.metric().plausible(change.limit())) {
            throw ProblemType.INVALID.problem(
                    "limit is out of range.",
                    List.of(new FieldError("limit", "must be a plausible reading of the metric", "range")));
        }
        return asDoctor(patientId)
                .chain(grant -> saved(patientId, known, change, ifMatch)
                        // who names a version is told at the second try that it is no more
                        .onFailure(Overtaken.class)
                        .retry()
                        .atMost(MOST_TRIES))
                .onFailure(Overtaken.class)
                .transform(late -> ProblemType.PRECONDITION_FAILED.problem(
                        "It was changed in the meantime. Read it again, and repeat your change."));
    }

    /** Somebody else changed it between reading and writing. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Uni<RestResponse<Shown>> saved(UUID patientId, AlertRule rule, Change change, @Nullable String ifMatch) {
        return thresholds.of(patientId, rule).chain(before -> {
            Versions.requireMatch(ifMatch, before.version());
            Threshold after = new Threshold(
                    patientId,
                    rule,
                    change.limit(),
                    change.enabled() == null || change.enabled(),
                    before.version() + 1);
            return thresholds.save(after, identity.caller().accountId()).map(saved -> {
                if (!saved) {
                    throw new Overtaken();
                }
                return shown(after);
            });
        });
    }

    /** Back to the default. */
    @DELETE
    @Path("alerts/thresholds/{rule}")
    public Uni<RestResponse<Shown>> reset(@RestPath String rule, @RestQuery("patient_id") @NotNull UUID patientId) {
        AlertRule known = rule(rule);
        return asDoctor(patientId)
                .chain(grant -> thresholds.remove(patientId, known))
                .replaceWith(() -> shown(Threshold.byDefault(patientId, known)));
    }

    private static RestResponse<Shown> shown(Threshold threshold) {
        return RestResponse.ResponseBuilder.ok(Shown.of(threshold))
                .tag(Versions.tag(threshold.version()))
                .build();
    }

    /** The decision first, so that it is on the audit trail whoever asks. */
    private Uni<Grant> asDoctor(UUID patientId) {
        return access.requireUnnarrowed(patientId, RESOURCE).invoke(grant -> {
            if (grant.caller().role() != Role.DOCTOR) {
                throw ProblemType.FORBIDDEN.problem("A doctor whom the patient trusts sets limits.");
            }
        });
    }

    private static AlertRule rule(String code) {
        return AlertRule.ofCode(code).orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such rule."));
    }
}
