package health.cloudcare.wearables.metric;

import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;

/** The vocabulary, for whoever is signed in; it tells of nobody. */
@Path("/api/v1/wearables/metric-types")
@Authenticated
class MetricTypeResource {

    private static final List<MetricTypeResponse> ALL =
            Arrays.stream(MetricType.values()).map(MetricTypeResponse::of).toList();

    /** Every metric that is kept, in an order that stays. */
    @GET
    public List<MetricTypeResponse> list() {
        return ALL;
    }
}
