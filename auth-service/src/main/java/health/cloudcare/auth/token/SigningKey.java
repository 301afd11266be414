package health.cloudcare.auth.token;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A key that is published.
 *
 * @param privateKey null once it no longer signs
 */
record SigningKey(
        String id, RSAPublicKey publicKey, @Nullable PrivateKey privateKey, KeyLife life) {

    boolean signsAt(Instant now) {
        return privateKey != null && life.at(now) == KeyLife.State.SIGNING;
    }

    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
