package health.cloudcare.auth.session;

/** @param expiresIn seconds for which the access token is valid */
public record TokenResponse(
        String accessToken, String refreshToken, String tokenType, long expiresIn, UserResponse user) {

    @Override
    public String toString() {
        return "TokenResponse of " + user.id();
    }
}
