package health.cloudcare.auth.token;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import health.cloudcare.servicekit.secret.SecretValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MasterKeyTest {

    private static final String SECRET = "dGVzdC1vbmx5LWF1dGgtbWFzdGVyLWtleS0wMDAwMDA=";

    @Test
    void derivesAsHkdfDoes() {
        MasterKey key = new MasterKey(SecretValue.of("local:" + SECRET));

        // openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:… -kdfopt info:'cloudcare auth a purpose' HKDF
        assertThat(HexFormat.of().formatHex(key.derive("a purpose", "AES").getEncoded()))
                .isEqualTo("61037970e928bccdaf03c4a4fecf747c687d6765cf77bdfc75f34dbfe7cd2900");
        assertThat(key.derive("another purpose", "AES")).isNotEqualTo(key.derive("a purpose", "AES"));
    }

    @Test
    void refusesWhatIsNoKeyWithoutRepeatingIt() {
        for (String text : new String[] {"", "c2hvcnQ=", "not base64 at all!"}) {
            assertThatThrownBy(() -> new MasterKey(SecretValue.of(text)))
                    .hasMessage("cloudcare.auth.master-key must be the base64 form of 32 bytes")
                    .hasNoCause();
        }
    }
}
