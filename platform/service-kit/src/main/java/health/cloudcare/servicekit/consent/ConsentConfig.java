package health.cloudcare.servicekit.consent;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How current the projection of consents must be. */
@ConfigMapping(prefix = "cloudcare.consent-projection")
interface ConsentConfig {

    /** Beyond this age of the last proof nobody is let in by a consent. It bounds what a revocation takes when all else fails. */
    @WithDefault("1S")
    Duration maxStaleness();

    /** How often to ask the broker for a proof. */
    @WithDefault("200MS")
    Duration checkInterval();

    /** How long to wait for patient-service where it decides. */
    @WithDefault("2S")
    Duration authorityTimeout();
}
