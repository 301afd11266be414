package health.cloudcare.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

import health.cloudcare.servicekit.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2025-11-19T05:50:00Z");
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final UUID PROFILE = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();

    private final RsaKeyPair key = RsaKeyPair.generate();
    private final AccessTokens tokens = tokens();

    @Test
    void saysWhoADoctorIsAndWhetherSomebodyVouched() throws Exception {
        JwtClaims claims = read(new AccessClaims(ACCOUNT, Role.DOCTOR, false, null, PROFILE, null, SESSION));

        assertThat(claims.getIssuer()).isEqualTo("issuer");
        assertThat(claims.getAudience()).containsExactly("cloudcare");
        assertThat(claims.getSubject()).isEqualTo(ACCOUNT.toString());
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("DOCTOR");
        assertThat(claims.getClaimValue("token_use")).isEqualTo("access");
        assertThat(claims.getClaimValue("sid")).isEqualTo(SESSION.toString());
        assertThat(claims.getClaimValue("doctor_id")).isEqualTo(PROFILE.toString());
        assertThat(claims.getClaimValue("verified")).isEqualTo(false);
        assertThat(claims.getExpirationTime().getValue())
                .isEqualTo(NOW.plus(Duration.ofMinutes(5)).getEpochSecond());
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.hasClaim("patient_id")).isFalse();
        assertThat(claims.hasClaim("hospital_id")).isFalse();
    }

    @Test
    void saysVerifiedOfDoctorsAndHospitalsOnly() throws Exception {
        assertThat(read(new AccessClaims(ACCOUNT, Role.PATIENT, true, PROFILE, null, null, SESSION))
                        .hasClaim("verified"))
                .isFalse();
        assertThat(read(new AccessClaims(ACCOUNT, Role.HOSPITAL_ADMIN, true, null, null, PROFILE, SESSION))
                        .getClaimValue("verified"))
                .isEqualTo(true);
    }

    @Test
    void refusesALifeLongerThanKeysStayPublished() {
        AccessClaims asha = new AccessClaims(ACCOUNT, Role.PATIENT, true, PROFILE, null, null, SESSION);

        assertThatThrownBy(() -> tokens.forPerson(asha, tokens.lifetime().plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JwtClaims read(AccessClaims person) throws Exception {
        JsonWebSignature signature = (JsonWebSignature)
                JsonWebSignature.fromCompactSerialization(tokens.forPerson(person, Duration.ofMinutes(5)));
        signature.setKey(key.publicKey());
        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getAlgorithmHeaderValue()).isEqualTo("RS256");
        return JwtClaims.parse(signature.getPayload());
    }

    private AccessTokens tokens() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        KeyRing ring = new KeyRing(clock);
        ring.replace(
                List.of(new SigningKey(key.id(), key.publicKey(), key.privateKey(), KeyLife.signingFrom(NOW, NOW))));
        return new AccessTokens(ring, "issuer", "cloudcare", Duration.ofMinutes(30), clock);
    }
}
