package health.cloudcare.hospital.directory;

import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Finds hospitals, for whoever is signed in. */
@Path("/api/v1/hospitals/search")
@Authenticated
class HospitalSearchResource {

    private final HospitalSearch search;

    HospitalSearchResource(HospitalSearch search) {
        this.search = search;
    }

    /** @param query a part of the name or the code, in any script; without it all are found */
    @GET
    @Operation(summary = "Verified hospitals whose name or code contains the text, by name, at most 50")
    public Uni<List<FoundHospital>> search(
            @RestQuery @Size(max = 200) @Nullable String query,
            @RestQuery @Size(max = 100) @Nullable String city,
            @RestQuery @Size(max = 100) @Nullable String state) {
        return search.find(query == null ? "" : query, lowerCase(city), lowerCase(state));
    }

    private static String lowerCase(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
