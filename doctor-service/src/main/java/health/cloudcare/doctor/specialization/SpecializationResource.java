package health.cloudcare.doctor.specialization;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/api/v1/doctors/specializations")
@Authenticated
public class SpecializationResource {

    private final Specializations specializations;

    SpecializationResource(Specializations specializations) {
        this.specializations = specializations;
    }

    @GET
    @Operation(summary = "The medical specialties a doctor can name, by name")
    public Uni<List<SpecializationResponse>> list() {
        return specializations
                .byName()
                .map(all -> all.stream().map(SpecializationResponse::of).toList());
    }
}
