package health.cloudcare.hospital.directory;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;

import health.cloudcare.hospital.profile.Hospitals;

/** Answers with and without a trailing slash: the app asks with one, and a redirect may lead it to the wrong scheme. */
@Path("/api/v1/hospitals")
public class HospitalDirectoryResource {

    private final Hospitals hospitals;

    HospitalDirectoryResource(Hospitals hospitals) {
        this.hospitals = hospitals;
    }

    @GET
    @PermitAll
    @Operation(
            summary =
                    "All verified hospitals that are active, by name. Open, because it is needed before anyone has an account.")
    public Uni<List<HospitalSummary>> list() {
        return hospitals
                .listed()
                .map(found -> found.stream().map(HospitalSummary::of).toList());
    }
}
