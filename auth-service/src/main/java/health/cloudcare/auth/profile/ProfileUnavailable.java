package health.cloudcare.auth.profile;

import org.jspecify.annotations.Nullable;

/** The service that owns a profile did not answer, or not sensibly: what it did with the request is unknown. */
public final class ProfileUnavailable extends RuntimeException {

    ProfileUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
