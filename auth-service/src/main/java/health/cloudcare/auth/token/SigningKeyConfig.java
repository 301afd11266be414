package health.cloudcare.auth.token;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;

/** How signing keys follow each other; the values and their reasons are in application.properties. */
@ConfigMapping(prefix = "cloudcare.signing-key")
interface SigningKeyConfig {

    /** From the publication of a key to its first signature. */
    Duration propagation();

    /** A duration, or {@code off}. */
    String rotateEvery();

    /** How often a replica looks what the others have done. */
    Duration reloadEvery();

    default Optional<Duration> rotationInterval() {
        return rotateEvery().equalsIgnoreCase("off")
                ? Optional.empty()
                : Optional.of(DurationConverter.parseDuration(rotateEvery()));
    }
}
