package health.cloudcare.auth.otp;

import java.util.UUID;

import health.cloudcare.auth.delivery.Destination;

/**
 * A code that somebody asks for.
 *
 * @param renewing whether the id of the last challenge stays valid, with a new code; otherwise the new one replaces it
 */
public record CodeRequest(UUID accountId, Purpose purpose, Destination destination, boolean renewing) {

    public static CodeRequest of(UUID accountId, Purpose purpose, Destination destination) {
        return new CodeRequest(accountId, purpose, destination, false);
    }

    public static CodeRequest again(UUID accountId, Purpose purpose, Destination destination) {
        return new CodeRequest(accountId, purpose, destination, true);
    }
}
