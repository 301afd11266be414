package health.cloudcare.wearables.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.access.PatientAccess;
import health.cloudcare.wearables.sync.SyncKind;
import health.cloudcare.wearables.sync.Syncs;

/** How far imports are, of every kind; for their owners. */
@Path(ImportResource.PATH)
@Authenticated
class ImportResource {

    static final String PATH = "/api/v1/wearables/imports";

    static final String RESOURCE = "wearables/imports";
    private static final int MAX_LISTED = 50;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final PatientAccess access;
    private final OwnImports own;
    private final Syncs syncs;
    private final Clock clock;

    ImportResource(PatientAccess access, OwnImports own, Syncs syncs, Clock clock) {
        this.access = access;
        this.own = own;
        this.syncs = syncs;
        this.clock = clock;
    }

    /** The newest fifty, newest first. */
    @GET
    public Uni<List<ImportResponse>> list(@RestQuery("patient_id") @Nullable UUID patientId) {
        return access.requireUnnarrowed(patientId, RESOURCE)
                .chain(grant -> syncs.ofPatient(grant.patientId(), MAX_LISTED))
                .map(found -> found.stream()
                        .filter(sync -> sync.kind() != SyncKind.DELETION)
                        .map(sync -> ImportResponse.of(sync, clock.instant()))
                        .toList());
    }

    @GET
    @Path("/{id}")
    public Uni<ImportResponse> find(@RestPath UUID id) {
        return own.find(id).map(sync -> ImportResponse.of(sync, clock.instant()));
    }

    /** The same twice a second, until the import has ended one way or the other. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @OwnImport
    public Multi<ImportResponse> follow(@RestPath UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> syncs.find(id).onItem().ifNull().failWith(IllegalStateException::new))
                .withDelay(LOOK)
                .whilst(sync -> !sync.state(clock.instant()).terminal())
                .map(sync -> ImportResponse.of(sync, clock.instant()));
    }
}
