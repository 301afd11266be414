package health.cloudcare.auth.session;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in gives, as all documented clients read it.
 *
 * @param expiresIn seconds for which the access token is valid
 * @param userId the public id, {@code PAT########} or {@code DOC########}; null for those who have none
 */
public record TokenResponse(
        String accessToken,
        String refreshToken,
        String tokenType,
        long expiresIn,
        @Nullable String userId,
        String userType,
        UUID sessionId,
        UserResponse user) {

    static TokenResponse of(String access, String refresh, Duration lifetime, UUID sessionId, UserResponse user) {
        return new TokenResponse(
                access, refresh, "bearer", lifetime.toSeconds(), user.userId(), user.userType(), sessionId, user);
    }

    @Override
    public String toString() {
        return "TokenResponse of " + user.id();
    }
}
