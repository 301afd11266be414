package health.cloudcare.servicekit.correlation;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Hands the correlation id on to the services we call; every REST client discovers it. */
@Provider
public class CorrelationClientFilter implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        String id = Correlation.current();
        if (id != null) {
            request.getHeaders().putSingle(Correlation.HTTP_HEADER, id);
        }
    }
}
