package health.cloudcare.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.token.TokenVerification;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Signs access tokens (RS256, architecture §6). */
@ApplicationScoped
public class AccessTokens {

    /** A call between services lasts seconds. */
    private static final Duration SERVICE_LIFETIME = Duration.ofMinutes(2);

    private static final UUID THIS_SERVICE = UUID.nameUUIDFromBytes("auth-service".getBytes(UTF_8));

    private final KeyRing keys;
    private final String issuer;
    private final String audience;
    private final Duration lifetime;
    private final Clock clock;

    AccessTokens(
            KeyRing keys,
            @ConfigProperty(name = "cloudcare.token.issuer") String issuer,
            @ConfigProperty(name = "cloudcare.token.audience") String audience,
            @ConfigProperty(name = "cloudcare.token.access-lifetime") Duration lifetime,
            Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public Duration lifetime() {
        return lifetime;
    }

    /**
     * A token for a person.
     *
     * @param validFor at most {@link #lifetime()}: a key that was replaced is published no longer than that
     */
    public String forPerson(AccessClaims person, Duration validFor) {
        if (validFor.compareTo(lifetime) > 0) {
            throw new IllegalArgumentException("an access token lives no longer than " + lifetime);
        }
        JwtClaimsBuilder claims = claims(person.accountId(), person.role(), validFor)
                .claim("sid", person.sessionId().toString());
        if (person.saysVerified()) {
            claims.claim("verified", person.verified());
        }
        put(claims, "patient_id", person.patientId());
        put(claims, "doctor_id", person.doctorId());
        put(claims, "hospital_id", person.hospitalId());
        if (person.deviceId() != null) {
            claims.claim("device_id", person.deviceId());
        }
        return sign(claims);
    }

    /** With which this service calls the internal endpoints of others. */
    public String forThisService() {
        return sign(claims(THIS_SERVICE, Role.SERVICE, SERVICE_LIFETIME));
    }

    private JwtClaimsBuilder claims(UUID subject, Role role, Duration validFor) {
        Instant now = clock.instant();
        return Jwt.claims()
                .claim(Claims.jti, UuidV7.at(now).toString())
                .issuer(issuer)
                .audience(audience)
                .claim(TokenVerification.TOKEN_USE, TokenVerification.ACCESS)
                .subject(subject.toString())
                .groups(role.name())
                .issuedAt(now)
                .expiresAt(now.plus(validFor));
    }

    private static void put(JwtClaimsBuilder claims, String name, @Nullable UUID id) {
        if (id != null) {
            claims.claim(name, id.toString());
        }
    }

    private String sign(JwtClaimsBuilder claims) {
        KeyRing.Signer signer = keys.signer();
        return claims.jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(signer.id())
                .sign(signer.privateKey());
    }
}
