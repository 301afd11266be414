package health.cloudcare.document.record;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;

/** A patient's documents. The id in the path is the patient's to list them, and the document's to remove it. */
@Path(RecordResource.PATH)
@Authenticated
class RecordResource {

    static final String PATH = "/api/v1/documents";

    private final RecordList list;
    private final RecordAccess access;
    private final RecordKeeping keeping;
    private final Clock clock;

    RecordResource(RecordList list, RecordAccess access, RecordKeeping keeping, Clock clock) {
        this.list = list;
        this.access = access;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GET
    @Path("/{patient_id}")
    @Operation(summary = "A patient's documents, newest first; inline=false leaves the files themselves out")
    public Multi<MedicalRecordResponse> list(
            @PathParam("patient_id") UUID patientId, @QueryParam("inline") @DefaultValue("true") boolean inline) {
        return RestMulti.fromUniResponse(list.find(patientId, inline), Function.identity());
    }

    @DELETE
    @Path("/{record_id}")
    @Operation(summary = "Removes a document of the caller's own, with its file")
    public Uni<RemovalResponse> delete(@PathParam("record_id") UUID recordId) {
        return access.requireOwnerOf(recordId)
                .chain(patientId -> keeping.remove(patientId, recordId, clock.instant()))
                .replaceWith(new RemovalResponse(true, "Document deleted"));
    }
}
