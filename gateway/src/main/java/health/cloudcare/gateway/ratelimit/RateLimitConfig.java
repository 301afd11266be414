package health.cloudcare.gateway.ratelimit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests a client may make per minute. */
@ConfigMapping(prefix = "cloudcare.gateway.rate-limit")
public interface RateLimitConfig {

    @WithDefault("true")
    boolean enabled();

    /** Of one account with an access token, and of one address on open routes. */
    @WithDefault("600")
    int requestsPerMinute();

    /** Logins, signups, codes, resets and refreshes of one address, and cookies it was not seen with yet. */
    @WithDefault("60")
    int credentialsPerMinute();

    /** How long Redis may take before the count of this instance decides. */
    @WithDefault("100MS")
    Duration patience();
}
