package health.cloudcare.wearables.operation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.RoleNames;

/** For {@code ./cloudcare wearables …}. Not reachable from outside. */
@Path("/internal/v1/wearables")
@RolesAllowed({RoleNames.SERVICE, RoleNames.SYSTEM_ADMIN})
@Blocking
class OperationResource {

    private final DeadLetterReplay replay;
    private final RollupCheck check;

    OperationResource(DeadLetterReplay replay, RollupCheck check) {
        this.replay = replay;
        this.check = check;
    }

    /**
     * @param after the patient that the round before ended with; null for the first round
     * @param rebuild whether days that differ are computed anew
     */
    record CheckRequest(@Nullable String after, boolean rebuild) {}

    @POST
    @Path("dead-letters/replays")
    public DeadLetterReplay.Result replay() {
        return replay.run();
    }

    @POST
    @Path("rollups/checks")
    public RollupCheck.Result check(@NotNull @Valid CheckRequest request) {
        return check.run(request.after() == null ? "" : request.after(), request.rebuild());
    }
}
