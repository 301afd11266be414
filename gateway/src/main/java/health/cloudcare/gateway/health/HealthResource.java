package health.cloudcare.gateway.health;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

/** What anyone may know about how the platform is doing. */
@Path("/")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    /** @param docs where the interfaces are described */
    public record PlatformResponse(String message, String version, String status, String docs) {}

    private final SuiteHealth suite;

    HealthResource(SuiteHealth suite) {
        this.suite = suite;
    }

    @GET
    public PlatformResponse platform() {
        return new PlatformResponse("CloudCare API", SuiteHealth.VERSION, "running", "/docs");
    }

    @GET
    @Path("health")
    public Uni<RestResponse<HealthResponse>> health() {
        return suite.current().map(HealthResource::answer);
    }

    @GET
    @Path("api/v1/health")
    public Uni<RestResponse<HealthResponse>> healthOfApi() {
        return health();
    }

    private static RestResponse<HealthResponse> answer(HealthResponse health) {
        RestResponse.Status status =
                "unhealthy".equals(health.status()) ? RestResponse.Status.SERVICE_UNAVAILABLE : RestResponse.Status.OK;
        return RestResponse.status(status, health);
    }
}
