package health.cloudcare.auth.otp;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

import health.cloudcare.auth.delivery.Channel;

@ConfigMapping(prefix = "cloudcare.otp")
interface OtpConfig {

    Duration smsLifetime();

    Duration emailLifetime();

    /** How long nobody gets another code. */
    Duration coolDown();

    /** Guesses at one code. */
    int tries();

    /** Guesses at codes that followed each other, before nothing is issued or compared until the last one expires. */
    int totalTries();

    /** How long expired and used codes are kept, so that a resend finds the last one. */
    Duration keptFor();

    /** How often those are deleted that were kept long enough; read by the schedule itself. */
    String purgeInterval();

    default Duration lifetime(Channel channel) {
        return switch (channel) {
            case SMS -> smsLifetime();
            case EMAIL -> emailLifetime();
        };
    }
}
