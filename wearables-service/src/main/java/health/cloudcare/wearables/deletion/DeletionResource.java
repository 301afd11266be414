package health.cloudcare.wearables.deletion;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.access.PatientAccess;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncKind;
import health.cloudcare.wearables.sync.Syncs;

/** Readings that their patient takes back. */
@Path("/api/v1/wearables")
@Authenticated
class DeletionResource {
    private static final String RESOURCE = "wearables/deletions";

    private final PatientAccess access;
    private final DeletionIntake intake;
    private final Syncs syncs;
    private final Clock clock;

    DeletionResource(PatientAccess access, DeletionIntake intake, Syncs syncs, Clock clock) {
        this.access = access;
        this.intake = intake;
        this.syncs = syncs;
        this.clock = clock;
    }

    /**
     * Deletes what matches and was received until now; the same sent again later is kept. 201 once it has gone from all
     * figures, 202 when that takes longer than ten seconds.
     */
    @POST
    @Path("deletions")
    public Uni<RestResponse<DeletionResponse>> delete(@NotNull @Valid DeletionRequest request) {
        DeletionIntake.Wanted wanted = DeletionIntake.Wanted.of(request);
        return access.require(request.patientId(), Action.WRITE, RESOURCE)
                .chain(grant -> intake.take(grant.patientId(), wanted))
                .map(this::answer);
    }

    /** How far a deletion of the caller's is. */
    @GET
    @Path("deletions/{id}")
    public Uni<DeletionResponse> find(@RestPath UUID id) {
        return syncs.find(id)
                .map(sync -> {
                    if (sync == null || sync.kind() != SyncKind.DELETION || !access.isOwner(sync.patientId())) {
                        throw ProblemType.NOT_FOUND.problem("There is no such deletion.");
                    }
                    return sync;
                })
                .call(sync -> access.require(sync.patientId(), Action.READ, RESOURCE))
                .map(sync -> DeletionResponse.of(sync, clock.instant()));
    }

    private RestResponse<DeletionResponse> answer(Sync sync) {
        RestResponse.Status status = sync.completed() ? RestResponse.Status.CREATED : RestResponse.Status.ACCEPTED;
        return RestResponse.ResponseBuilder.create(status, DeletionResponse.of(sync, clock.instant()))
                .location(URI.create("/api/v1/wearables/deletions/" + sync.id()))
                .build();
    }
}
