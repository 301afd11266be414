package health.cloudcare.testkit.token;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.smallrye.jwt.build.Jwt;

/**
 * An access token in the making, as auth-service issues it; every change gives a new one.
 *
 * @param lifetime from now, or before now when negative
 */
public record TestToken(
        UUID accountId, String group, String issuer, String audience, Duration lifetime, Map<String, Object> claims) {

    private static final String ISSUER = "https://cloudcare.local";
    private static final String AUDIENCE = "cloudcare";
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    public TestToken {
        claims = Map.copyOf(claims);
    }

    static TestToken of(String group) {
        return new TestToken(
                UUID.randomUUID(),
                group,
                ISSUER,
                AUDIENCE,
                LIFETIME,
                Map.of("sid", UUID.randomUUID().toString(), "token_use", "access"));
    }

    public TestToken account(UUID account) {
        return new TestToken(account, group, issuer, audience, lifetime, claims);
    }

    public TestToken claim(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new TestToken(accountId, group, issuer, audience, lifetime, more);
    }

    public TestToken issuer(String other) {
        return new TestToken(accountId, group, other, audience, lifetime, claims);
    }

    public TestToken audience(String other) {
        return new TestToken(accountId, group, issuer, other, lifetime, claims);
    }

    /** Ten minutes ago, well beyond any tolerated clock skew. */
    public TestToken expired() {
        return new TestToken(accountId, group, issuer, audience, Duration.ofMinutes(-10), claims);
    }

    public String sign() {
        return sign(SigningKey.shared());
    }

    /** Signed with a key nobody published. */
    public String signByStranger() {
        return sign(SigningKey.generate());
    }

    /** The classic forgery: {@code alg: none} and an empty signature. */
    public String unsigned() {
        Instant now = Clock.systemUTC().instant();
        String payload = "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"groups\":[\"%s\"],\"iat\":%d,\"exp\":%d%s}"
                .formatted(
                        issuer,
                        audience,
                        accountId,
                        group,
                        now.getEpochSecond(),
                        now.plus(lifetime).getEpochSecond(),
                        claimsText());
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(payload) + ".";
    }

    private String sign(SigningKey key) {
        Instant now = Clock.systemUTC().instant();
        Instant issuedAt = lifetime.isNegative() ? now.plus(lifetime).minus(LIFETIME) : now;
        var builder = Jwt.claims()
                .issuer(issuer)
                .audience(audience)
                .subject(accountId.toString())
                .groups(Set.of(group))
                .issuedAt(issuedAt)
                .expiresAt(now.plus(lifetime));
        claims.forEach(builder::claim);
        return builder.jws().keyId(key.id()).sign(key.privateKey());
    }

    private String claimsText() {
        StringBuilder text = new StringBuilder();
        claims.forEach((name, value) ->
                text.append(",\"").append(name).append("\":\"").append(value).append('"'));
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
