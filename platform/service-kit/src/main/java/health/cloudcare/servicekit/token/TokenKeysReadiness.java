package health.cloudcare.servicekit.token;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without a key every token is refused. */
@Readiness
class TokenKeysReadiness implements HealthCheck {

    private final TokenKeys keys;

    TokenKeysReadiness(TokenKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("token keys")
                .status(!keys.current().isEmpty())
                .build();
    }
}
