package health.cloudcare.servicekit.token;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Map;

import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The algorithm of a token is ours to choose, also if a key of another kind were among the token keys. */
class TokenAlgorithmTest {

    private static final String CLAIMS = """
            {"iss": "us", "aud": "us", "sub": "somebody", "exp": 99999999999, "token_use": "access"}""";

    @Test
    void acceptsRs256() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        assertThat(verification(pair.getPublic()).verify(signed(pair, "RS256")).getSubject())
                .isEqualTo("somebody");
    }

    @ParameterizedTest
    @CsvSource({"Ed25519, EdDSA", "RSA, RS384", "RSA, PS256"})
    void refusesEveryOther(String kind, String algorithm) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance(kind).generateKeyPair();
        String token = signed(pair, algorithm);

        assertThatThrownBy(() -> verification(pair.getPublic()).verify(token)).isInstanceOf(ParseException.class);
    }

    private static TokenVerification verification(PublicKey key) {
        Map<String, PublicKey> keys = Map.of("known", key);
        return new TokenVerification(() -> keys, Clock.systemUTC(), "us", "us");
    }

    private static String signed(KeyPair pair, String algorithm) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue("known");
        signature.setKey(pair.getPrivate());
        signature.setPayload(CLAIMS);
        return signature.getCompactSerialization();
    }
}
