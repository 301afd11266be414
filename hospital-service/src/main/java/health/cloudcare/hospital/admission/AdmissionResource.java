package health.cloudcare.hospital.admission;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.OwnHospital;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.FieldError;

/** A hospital's own admissions. Its token goes on to patient-service, which decides for itself what it may know. */
@Path("/api/v1/hospitals/{hospital_id}")
@RolesAllowed(RoleNames.HOSPITAL_ADMIN)
class AdmissionResource {

    private final OwnHospital own;
    private final AdmissionRequests requests;
    private final Discharges discharges;
    private final HospitalPatients patients;
    private final Clock clock;

    AdmissionResource(
            OwnHospital own,
            AdmissionRequests requests,
            Discharges discharges,
            HospitalPatients patients,
            Clock clock) {
        this.own = own;
        this.requests = requests;
        this.discharges = discharges;
        this.patients = patients;
        this.clock = clock;
    }

    /** Admits nobody yet: the patient is asked, and has a day to answer. */
    @POST
    @Path("/admit")
    public Uni<AdmitResponse> admit(
            @PathParam("hospital_id") UUID hospitalId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @NotNull @Valid AdmitRequest request) {
        own.require(hospitalId);
        List<FieldError> errors = request.errors();
        if (!errors.isEmpty()) {
            throw AdmissionProblems.invalid(errors);
        }
        return requests.request(hospitalId, request, authorization);
    }

    /** @param request may be left out, and the type of it too: without the annotation, no type would be a wrong one */
    @POST
    @Path("/patients/{patient_id}/discharge")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<DischargeResponse> discharge(
            @PathParam("hospital_id") UUID hospitalId,
            @PathParam("patient_id") UUID patientId,
            @Valid @Nullable DischargeRequest request) {
        own.require(hospitalId);
        Departure departure = request == null ? Departure.WITHOUT_A_WORD : request.departure();
        return discharges
                .discharge(hospitalId, patientId, departure, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .replaceWith(new DischargeResponse(true, "Patient discharged"));
    }

    /** @param statusFilter {@code active}, {@code scheduled} or {@code discharged}, in any case */
    @GET
    @Path("/patients")
    public Uni<List<HospitalPatientResponse>> patients(
            @PathParam("hospital_id") UUID hospitalId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("status_filter") @Nullable String statusFilter) {
        own.require(hospitalId);
        return patients.list(hospitalId, StatusFilter.parse(statusFilter), authorization);
    }
}
