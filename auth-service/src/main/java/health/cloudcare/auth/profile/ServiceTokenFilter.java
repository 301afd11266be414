package health.cloudcare.auth.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

import health.cloudcare.auth.token.AccessTokens;

/** Internal endpoints are open to services only. */
@ApplicationScoped
public class ServiceTokenFilter implements ClientRequestFilter {

    private final AccessTokens tokens;

    ServiceTokenFilter(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.forThisService());
    }
}
