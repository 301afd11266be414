package health.cloudcare.document.recordtype;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/api/v1/documents/record-types")
@Authenticated
public class RecordTypeResource {

    private final RecordTypes recordTypes;

    RecordTypeResource(RecordTypes recordTypes) {
        this.recordTypes = recordTypes;
    }

    @GET
    @Operation(summary = "The kinds of medical records, and what a file of each kind may be")
    public Uni<List<RecordTypeResponse>> list() {
        return recordTypes
                .byCode()
                .map(all -> all.stream().map(RecordTypeResponse::of).toList());
    }
}
