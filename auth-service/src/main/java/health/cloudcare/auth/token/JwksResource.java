package health.cloudcare.auth.token;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

/** Where everyone finds the keys that verify our tokens. */
@Path("/.well-known/jwks.json")
@PermitAll
public class JwksResource {

    private static final int FIVE_MINUTES = 300;

    private final SigningKey key;

    JwksResource(SigningKey key) {
        this.key = key;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<JsonWebKeySet> keys() {
        CacheControl cache = new CacheControl();
        cache.setMaxAge(FIVE_MINUTES);
        return RestResponse.ResponseBuilder.ok(new JsonWebKeySet(List.of(key.publicKey())))
                .cacheControl(cache)
                .build();
    }
}
