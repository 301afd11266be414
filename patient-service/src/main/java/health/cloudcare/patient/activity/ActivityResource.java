package health.cloudcare.patient.activity;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.accesslog.LogAccess;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

@Path("/api/v1/patients/{patient_id}/activities")
@Authenticated
class ActivityResource {

    private final LogAccess access;
    private final Activities activities;

    ActivityResource(LogAccess access, Activities activities) {
        this.access = access;
        this.activities = activities;
    }

    @GET
    @Operation(summary = "What happened around the patient, newest first, for the patient alone")
    public Uni<Page<ActivityResponse>> activities(
            @PathParam("patient_id") UUID patientId,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        return access.requireOwner(patientId, "patients/activities")
                .chain(() -> activities.newestOf(patientId, PageRequest.of(page, size)));
    }
}
