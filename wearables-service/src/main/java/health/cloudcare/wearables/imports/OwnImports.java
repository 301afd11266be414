package health.cloudcare.wearables.imports;

import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.access.PatientAccess;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncKind;
import health.cloudcare.wearables.sync.Syncs;

/** The caller's imports. Someone else's is as unknown as one that never was. */
@Singleton
class OwnImports {

    private final PatientAccess access;
    private final Syncs syncs;

    OwnImports(PatientAccess access, Syncs syncs) {
        this.access = access;
        this.syncs = syncs;
    }

    /** Fails with a 404 problem when there is none with that id. */
    Uni<Sync> find(UUID id) {
        return syncs.find(id)
                .map(sync -> {
                    if (sync == null || sync.kind() == SyncKind.DELETION || !access.isOwner(sync.patientId())) {
                        throw unknown();
                    }
                    return sync;
                })
                .call(sync -> access.require(sync.patientId(), Action.READ, ImportResource.RESOURCE));
    }

    /** Refuses before a stream of events has begun, which could not say so afterwards. */
    @OwnImport
    @ServerRequestFilter
    Uni<@Nullable Response> beforeTheStream(ContainerRequestContext request) {
        // an item would be the answer; none lets the request go on
        return find(id(request)).chain(() -> Uni.createFrom().nullItem());
    }

    private static UUID id(ContainerRequestContext request) {
        try {
            return UUID.fromString(request.getUriInfo().getPathParameters().getFirst("id"));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static HttpProblem unknown() {
        return ProblemType.NOT_FOUND.problem("There is no such import.");
    }
}
