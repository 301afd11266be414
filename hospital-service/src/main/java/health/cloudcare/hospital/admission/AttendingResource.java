package health.cloudcare.hospital.admission;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.doctorservice.DoctorCard;
import health.cloudcare.hospital.doctorservice.Doctors;
import health.cloudcare.hospital.profile.OwnHospital;
import health.cloudcare.servicekit.identity.RoleNames;

/** Who attends to a patient of the hospital. */
@Path("/api/v1/hospitals/{hospital_id}/patients/{patient_id}/doctors")
@RolesAllowed(RoleNames.HOSPITAL_ADMIN)
class AttendingResource {

    private final OwnHospital own;
    private final Assignments assignments;
    private final Doctors doctors;

    AttendingResource(OwnHospital own, Assignments assignments, Doctors doctors) {
        this.own = own;
        this.assignments = assignments;
        this.doctors = doctors;
    }

    record AssignmentRequest(@NotNull UUID doctorId) {}

    record AssignmentResponse(boolean success, String message) {}

    /** Without a name when doctor-service does not know the doctor any more, who attends all the same. */
    record AttendingDoctor(
            UUID doctorId, @Nullable String name, @Nullable String specialization) {

        static AttendingDoctor of(UUID doctorId, @Nullable DoctorCard card) {
            return card == null
                    ? new AttendingDoctor(doctorId, null, null)
                    : new AttendingDoctor(doctorId, card.name(), card.specialization());
        }
    }

    @GET
    @Operation(summary = "The doctors who attend to the patient")
    public Uni<List<AttendingDoctor>> list(
            @PathParam("hospital_id") UUID hospitalId,
            @PathParam("patient_id") UUID patientId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        own.require(hospitalId);
        return assignments.of(hospitalId, patientId).chain(ids -> doctors.cards(authorization, ids)
                .map(cards -> named(ids, cards)));
    }

    @POST
    @Operation(summary = "A doctor of the hospital attends to the patient, and sees what the hospital sees")
    @APIResponse(responseCode = "201")
    @APIResponse(responseCode = "200", description = "The doctor attended already")
    public Uni<RestResponse<AssignmentResponse>> assign(
            @PathParam("hospital_id") UUID hospitalId,
            @PathParam("patient_id") UUID patientId,
            @NotNull @Valid AssignmentRequest request) {
        own.require(hospitalId);
        return assignments
                .assign(hospitalId, patientId, request.doctorId())
                .map(isNew -> assigned(isNew, hospitalId, patientId, request.doctorId()));
    }

    @DELETE
    @Path("/{doctor_id}")
    @Operation(summary = "The doctor no longer attends to the patient")
    public Uni<AssignmentResponse> end(
            @PathParam("hospital_id") UUID hospitalId,
            @PathParam("patient_id") UUID patientId,
            @PathParam("doctor_id") UUID doctorId) {
        own.require(hospitalId);
        return assignments
                .end(hospitalId, patientId, doctorId)
                .replaceWith(new AssignmentResponse(true, "The doctor no longer attends to the patient."));
    }

    private static List<AttendingDoctor> named(List<UUID> ids, List<DoctorCard> cards) {
        Map<UUID, DoctorCard> byDoctor =
                cards.stream().collect(Collectors.toMap(DoctorCard::doctorId, Function.identity(), (a, b) -> a));
        return ids.stream().map(id -> AttendingDoctor.of(id, byDoctor.get(id))).toList();
    }

    private static RestResponse<AssignmentResponse> assigned(
            boolean isNew, UUID hospitalId, UUID patientId, UUID doctorId) {
        AssignmentResponse answer = new AssignmentResponse(true, "The doctor attends to the patient.");
        return isNew
                ? RestResponse.ResponseBuilder.<AssignmentResponse>created(
                                URI.create("/api/v1/hospitals/%s/patients/%s/doctors/%s"
                                        .formatted(hospitalId, patientId, doctorId)))
                        .entity(answer)
                        .build()
                : RestResponse.ok(answer);
    }
}
