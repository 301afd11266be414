package health.cloudcare.testkit.token;

import java.security.PublicKey;
import java.util.UUID;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokensTest {

    private final UUID patient = UUID.randomUUID();

    @Test
    void carriesTheClaimsOfAPatient() throws Exception {
        JwtClaims claims = verifier().processToClaims(Tokens.patient(patient));

        assertThat(claims.getStringListClaimValue("groups")).containsExactly("PATIENT");
        assertThat(claims.getStringClaimValue("patient_id")).isEqualTo(patient.toString());
        assertThat(claims.getIssuer()).isEqualTo("https://cloudcare.local");
        assertThat(claims.hasClaim("sid")).isTrue();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(1800);
    }

    @Test
    void makesTokensThatMustBeRefused() {
        for (String token : new String[] {
            Tokens.expiredPatient(patient),
            Tokens.patientWithWrongAudience(patient),
            Tokens.patientSignedByStranger(patient),
            Tokens.unsignedNonePatient(patient)
        }) {
            assertThatThrownBy(() -> verifier().process(token)).isInstanceOf(InvalidJwtException.class);
        }
    }

    private static JwtConsumer verifier() throws Exception {
        PublicKey key = (PublicKey) new JsonWebKeySet(SigningKey.shared().keySet())
                .getJsonWebKeys()
                .getFirst()
                .getKey();
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedAudience("cloudcare")
                .setRequireExpirationTime()
                .build();
    }
}
