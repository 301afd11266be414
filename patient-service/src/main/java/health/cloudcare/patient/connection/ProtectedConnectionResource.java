package health.cloudcare.patient.connection;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.answer.SuccessAnswer;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;

/** Connections on the cookie surface. */
@Path("/protected/user")
class ProtectedConnectionResource {

    private final CallerIdentity identity;
    private final DoctorCalls doctors;
    private final ConnectionChanges changes;
    private final ConnectionLists lists;
    private final Clock clock;

    ProtectedConnectionResource(
            CallerIdentity identity,
            DoctorCalls doctors,
            ConnectionChanges changes,
            ConnectionLists lists,
            Clock clock) {
        this.identity = identity;
        this.doctors = doctors;
        this.changes = changes;
        this.lists = lists;
        this.clock = clock;
    }

    record ConnectionRequest(@Size(max = 200) @Nullable String additionalNote) {

        @Nullable
        String note() {
            return additionalNote == null || additionalNote.isBlank() ? null : additionalNote.strip();
        }

        @Override
        public String toString() {
            return "ConnectionRequest";
        }
    }

    /** @param request may be left out, and the type of it too: without the annotation, no type would be a wrong one */
    @POST
    @Path("connectionRequest/{doctor_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleNames.PATIENT)
    @Operation(summary = "Asks a doctor for a connection")
    public Uni<SuccessAnswer> request(
            @PathParam("doctor_id") UUID doctorId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Valid @Nullable ConnectionRequest request) {
        UUID patientId = patient();
        return doctors.verified(authorization, doctorId)
                .chain(doctor -> changes.request(patientId, doctor, request == null ? null : request.note()))
                .map(asked -> answer("The doctor is asked.", Map.of("request_id", asked.id())));
    }

    @POST
    @Path("acceptConnectionRequest/{request_id}")
    @RolesAllowed(RoleNames.DOCTOR)
    @Operation(summary = "Accepts a patient's request")
    public Uni<SuccessAnswer> accept(@PathParam("request_id") UUID requestId) {
        UUID doctorId = verifiedDoctor();
        return changes.answer(requestId, ConnectionStatus.ACCEPTED, request -> isTo(doctorId, request))
                .map(accepted -> answer(
                        "You are connected.",
                        Map.of(
                                "connection",
                                Map.of(
                                        "connection_id", accepted.id(),
                                        "doctor_id", accepted.doctorId(),
                                        "patient_id", accepted.patientId(),
                                        "created_at", accepted.changedAt()))));
    }

    @POST
    @Path("rejectConnectionRequest/{request_id}")
    @RolesAllowed(RoleNames.DOCTOR)
    @Operation(summary = "Turns a patient's request down")
    public Uni<SuccessAnswer> reject(@PathParam("request_id") UUID requestId) {
        UUID doctorId = doctor();
        return changes.answer(requestId, ConnectionStatus.REJECTED, request -> isTo(doctorId, request))
                .replaceWith(() -> answer("The request is turned down.", Map.of()));
    }

    @POST
    @Path("deletePendingRequest/{request_id}")
    @RolesAllowed(RoleNames.PATIENT)
    @Operation(summary = "Withdraws a request that the doctor has not answered")
    public Uni<SuccessAnswer> cancel(@PathParam("request_id") UUID requestId) {
        UUID patientId = patient();
        return changes.answer(requestId, ConnectionStatus.CANCELLED, request -> request.patientId()
                        .equals(patientId))
                .replaceWith(() -> answer("The request is withdrawn.", Map.of()));
    }

    @GET
    @Path("getConnectionRequests")
    @RolesAllowed({RoleNames.PATIENT, RoleNames.DOCTOR})
    @Operation(summary = "The requests that wait: a doctor's incoming ones, a patient's outgoing ones")
    public Uni<SuccessAnswer> requests() {
        UUID doctorId = identity.caller().doctorId();
        return doctorId == null
                ? lists.requestsOf(patient()).map(outgoing -> requests(List.of(), outgoing, outgoing))
                : lists.requestsTo(doctorId).map(incoming -> requests(incoming, List.of(), incoming));
    }

    /** @param id of the connection, or of whom it is with */
    @POST
    @Path("deleteConnection/{connection_id}")
    @RolesAllowed({RoleNames.PATIENT, RoleNames.DOCTOR})
    @Operation(summary = "Ends a connection, and everything that was shared because of it")
    public Uni<SuccessAnswer> remove(@PathParam("connection_id") UUID id) {
        Caller caller = identity.caller();
        UUID self = caller.doctorId() == null ? patient() : doctor();
        return changes.remove(self, id).replaceWith(() -> answer("The connection is ended.", Map.of()));
    }

    private SuccessAnswer requests(
            List<ConnectionLists.RequestItem> incoming,
            List<ConnectionLists.RequestItem> outgoing,
            List<ConnectionLists.RequestItem> filled) {
        return answer(
                filled.isEmpty() ? "No request waits." : "Requests wait.",
                Map.of("incoming", incoming, "outgoing", outgoing, "connection_requests", filled));
    }

    private SuccessAnswer answer(String message, Map<String, Object> data) {
        return SuccessAnswer.of(message, clock.instant(), data);
    }

    private static boolean isTo(UUID doctorId, Connection request) {
        return request.doctorId().equals(doctorId);
    }

    private UUID patient() {
        return Objects.requireNonNull(identity.caller().patientId());
    }

    private UUID doctor() {
        return Objects.requireNonNull(identity.caller().doctorId());
    }

    private UUID verifiedDoctor() {
        if (!identity.caller().verified()) {
            throw ProblemType.FORBIDDEN.problem("Only verified doctors may connect with patients.");
        }
        return doctor();
    }
}
