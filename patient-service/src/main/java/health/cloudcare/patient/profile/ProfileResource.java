package health.cloudcare.patient.profile;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.problem.ProblemType;

@Path("/api/v1/patients/{patient_id}/profile")
@Authenticated
class ProfileResource {

    private final AccessDecision access;
    private final Patients patients;
    private final ProfileView view;

    ProfileResource(AccessDecision access, Patients patients, ProfileView view) {
        this.access = access;
        this.patients = patients;
        this.view = view;
    }

    @GET
    @WithSession
    public Uni<ProfileResponse> profile(@PathParam("patient_id") UUID patientId) {
        return access.require(new AccessRequest(patientId, DataCategory.PROFILE, Action.READ, "patients/profile"))
                // whoever has a token of an active account need not wait for our copy of that news
                .chain(() -> patients.findById(patientId))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.problem("There is no such patient."))
                .map(view::of);
    }
}
