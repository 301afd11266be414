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
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.token.TokenVerification;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Signs access tokens (RS256, architecture §6). */
@ApplicationScoped
public class AccessTokens {

    /** A call between services lasts seconds. */
    private static final Duration SERVICE_LIFETIME = Duration.ofMinutes(2);

    private static final UUID THIS_SERVICE = UUID.nameUUIDFromBytes("auth-service".getBytes(UTF_8));

    private final SigningKey key;
    private final String issuer;
    private final String audience;
    private final Duration lifetime;
    private final Clock clock;

    AccessTokens(
            SigningKey key,
            @ConfigProperty(name = "cloudcare.token.issuer") String issuer,
            @ConfigProperty(name = "cloudcare.token.audience") String audience,
            @ConfigProperty(name = "cloudcare.token.access-lifetime") Duration lifetime,
            Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.audience = audience;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public Duration lifetime() {
        return lifetime;
    }

    public String forPerson(AccessClaims person, Duration validFor) {
        JwtClaimsBuilder claims = claims(person.accountId(), person.role(), validFor)
                .claim("sid", person.sessionId().toString());
        if (person.role() == Role.DOCTOR || person.role() == Role.HOSPITAL_ADMIN) {
            claims.claim("verified", person.verified());
        }
        add(claims, "patient_id", person.patientId());
        add(claims, "doctor_id", person.doctorId());
        add(claims, "hospital_id", person.hospitalId());
        return sign(claims);
    }

    private static void add(JwtClaimsBuilder claims, String name, @Nullable UUID id) {
        if (id != null) {
            claims.claim(name, id.toString());
        }
    }

    /** With which this service calls the internal endpoints of others. */
    public String forThisService() {
        return sign(claims(THIS_SERVICE, Role.SERVICE, SERVICE_LIFETIME));
    }

    private JwtClaimsBuilder claims(UUID subject, Role role, Duration validFor) {
        Instant now = clock.instant();
        return Jwt.claims()
                .issuer(issuer)
                .audience(audience)
                .claim(TokenVerification.TOKEN_USE, TokenVerification.ACCESS)
                .subject(subject.toString())
                .groups(role.name())
                .issuedAt(now)
                .expiresAt(now.plus(validFor));
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws().algorithm(SignatureAlgorithm.RS256).keyId(key.id()).sign(key.privateKey());
    }
}
