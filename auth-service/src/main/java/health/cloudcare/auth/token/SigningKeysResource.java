package health.cloudcare.auth.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;

/** For operators: which keys there are, and a new one on request. */
@Path("/internal/v1/signing-keys")
@RolesAllowed({RoleNames.SYSTEM_ADMIN, RoleNames.SERVICE})
public class SigningKeysResource {

    /** @param immediately the key is compromised: withdraw it at once, with everything it signed */
    record RotationRequest(@Nullable Boolean immediately) {}

    record KeyResponse(
            String kid,
            String state,
            Instant createdAt,
            Instant signsFrom,
            @Nullable Instant signsUntil,
            @Nullable Instant verifiesUntil) {}

    /** @param keys oldest first; those that are retired sign and verify nothing */
    record KeysResponse(List<KeyResponse> keys) {}

    private final KeyStore store;
    private final KeyRotation rotation;
    private final Clock clock;

    SigningKeysResource(KeyStore store, KeyRotation rotation, Clock clock) {
        this.store = store;
        this.rotation = rotation;
        this.clock = clock;
    }

    @GET
    public Uni<KeysResponse> keys() {
        return store.lives().map(this::response);
    }

    /** Answers when it is done here; the other replicas follow within seconds. */
    @POST
    @Path("rotations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<KeysResponse> rotate(@Nullable RotationRequest request) {
        boolean immediately = request != null && Boolean.TRUE.equals(request.immediately());
        return (immediately ? rotation.withdraw() : rotation.rotate()).chain(this::keys);
    }

    /** The same without a body. One in another format may ask for a withdrawal, so it is not taken for none. */
    @POST
    @Path("rotations")
    @Consumes(MediaType.WILDCARD)
    public Uni<KeysResponse> rotate(@Context HttpHeaders headers) {
        if (headers.getMediaType() != null) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.problem("The body must be JSON, or absent.");
        }
        return rotate((RotationRequest) null);
    }

    private KeysResponse response(Map<String, KeyLife> lives) {
        Instant now = clock.instant();
        return new KeysResponse(lives.entrySet().stream()
                .map(key -> response(key.getKey(), key.getValue(), now))
                .toList());
    }

    private static KeyResponse response(String kid, KeyLife life, Instant now) {
        return new KeyResponse(
                kid, life.at(now).name(), life.createdAt(), life.signsFrom(), life.signsUntil(), life.verifiesUntil());
    }
}
