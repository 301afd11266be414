package health.cloudcare.auth.session;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own account. */
@Path("/api/v1/auth")
@Authenticated
public class MeResource {

    private final CurrentSession current;

    MeResource(CurrentSession current) {
        this.current = current;
    }

    @GET
    @Path("me")
    @WithTransaction
    public Uni<UserResponse> me() {
        return current.requireAccount().map(UserResponse::of);
    }

    /** The same as Health Services documents it. */
    @GET
    @Path("profile")
    @WithTransaction
    public Uni<RestResponse<UserResponse>> profile() {
        return current.requireAccount().map(account -> RestResponse.ResponseBuilder.ok(UserResponse.of(account))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }
}
