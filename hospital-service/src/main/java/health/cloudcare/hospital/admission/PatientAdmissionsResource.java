package health.cloudcare.hospital.admission;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;

/** A patient's stays in all hospitals, for the patient and whoever may see their appointments. */
@Path("/api/v1/patients/{patient_id}/admissions")
@Authenticated
class PatientAdmissionsResource {

    private static final String RESOURCE = "hospitals/admissions";

    private final AccessDecision access;
    private final PatientAdmissions admissions;

    PatientAdmissionsResource(AccessDecision access, PatientAdmissions admissions) {
        this.access = access;
        this.admissions = admissions;
    }

    /** Newest first. */
    @GET
    public Uni<List<AdmissionResponse>> list(@PathParam("patient_id") UUID patientId) {
        return access.require(new AccessRequest(patientId, DataCategory.APPOINTMENTS, Action.READ, RESOURCE))
                .chain(grant -> admissions.list(patientId, grant.scope()));
    }
}
