package health.cloudcare.patient.profile;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.KnownPatients;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Tells the other services whether there is such a patient, so that a refusal can say so. It says no more than each of them
 * tells the caller, whose token comes along.
 */
@Path("/internal/v1/patients/{patient_id}")
@Authenticated
class PatientExistenceResource {

    private final KnownPatients patients;

    PatientExistenceResource(KnownPatients patients) {
        this.patients = patients;
    }

    record PatientExistence(UUID patientId) {}

    @GET
    public Uni<PatientExistence> exists(@PathParam("patient_id") UUID patientId) {
        return patients.exists(patientId).map(known -> {
            if (!known) {
                throw ProblemType.NOT_FOUND.problem("There is no such patient.");
            }
            return new PatientExistence(patientId);
        });
    }
}
