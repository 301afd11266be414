package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.problem.FieldError;

import static health.cloudcare.patient.consent.ConsentProblems.translated;

/** A patient's own consents. */
@Path("/api/v1/consents")
@Authenticated
class ConsentResource {

    private final ConsentAccess access;
    private final ConsentAnswers answers;
    private final Clock clock;

    ConsentResource(ConsentAccess access, ConsentAnswers answers, Clock clock) {
        this.access = access;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param statusFilter what the patient said last, in any case; expired ones are among them and say so */
    @GET
    @Path("/patient/{patient_id}")
    public Uni<List<ConsentResponse>> list(
            @PathParam("patient_id") UUID patientId, @QueryParam("status_filter") @Nullable String statusFilter) {
        return access.requireOwner(patientId, Action.READ)
                .chain(() -> answers.list(patientId, status(statusFilter), now()));
    }

    @PATCH
    @Path("/{consent_id}")
    public Uni<ConsentResponse> answer(@PathParam("consent_id") UUID consentId, @NotNull @Valid AnswerRequest request) {
        return access.requireOwnerOf(consentId, Action.WRITE)
                .chain(patientId ->
                        translated(answers.answer(patientId, consentId, request.status(), request.narrowing(), now())));
    }

    @GET
    @Path("/{consent_id}/can-revoke")
    public Uni<CanRevokeResponse> canRevoke(@PathParam("consent_id") UUID consentId) {
        return access.requireOwnerOf(consentId, Action.READ)
                .chain(patientId -> answers.canRevoke(patientId, consentId, now()));
    }

    @DELETE
    @Path("/{consent_id}")
    public Uni<RemovalResponse> delete(@PathParam("consent_id") UUID consentId) {
        return access.requireOwnerOf(consentId, Action.WRITE)
                .chain(patientId -> translated(answers.delete(patientId, consentId, now())))
                .replaceWith(new RemovalResponse(true, "Consent deleted"));
    }

    private static @Nullable ConsentStatus status(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return null;
        }
        return Arrays.stream(ConsentStatus.values())
                .filter(status -> status.name().equalsIgnoreCase(filter.strip()))
                .findFirst()
                .orElseThrow(() -> ConsentProblems.invalid(List.of(
                        new FieldError("status_filter", "must be PENDING, APPROVED, DENIED or REVOKED", "enum"))));
    }

    /** As precise as answers show it and events tell it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
