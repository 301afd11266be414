package health.cloudcare.auth.otp;

import java.time.Duration;
import java.util.UUID;

/** A code on its way to its owner, the only time that it is readable. */
record IssuedCode(UUID challengeId, String code, Duration lifetime) {

    @Override
    public String toString() {
        return "code of challenge " + challengeId;
    }
}
