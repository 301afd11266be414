package health.cloudcare.gateway.identity;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The {@code Authorization} header of RFC 6750. */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    public static Optional<String> in(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    public static String header(String token) {
        return SCHEME + token;
    }
}
