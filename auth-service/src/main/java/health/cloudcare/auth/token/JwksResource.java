package health.cloudcare.auth.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

/** Where everyone finds the keys that verify our tokens, also those that will soon, and the keys that verify signed records. */
@Path("/.well-known/jwks.json")
@PermitAll
public class JwksResource {

    private static final int FIVE_MINUTES = 300;

    private final KeyRing ring;
    private final RecordVerificationKeys records;

    JwksResource(KeyRing ring, RecordVerificationKeys records) {
        this.ring = ring;
        this.records = records;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<String> keys() {
        CacheControl cache = new CacheControl();
        cache.setMaxAge(FIVE_MINUTES);
        return RestResponse.ResponseBuilder.ok(records.addedTo(ring.keySet()))
                .cacheControl(cache)
                .build();
    }
}
