package health.cloudcare.patient.aadhaar;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.servicekit.secret.SecretValue;

import static health.cloudcare.patient.aadhaar.TestKeys.base64;
import static health.cloudcare.patient.aadhaar.TestKeys.keys;
import static health.cloudcare.patient.aadhaar.TestKeys.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AadhaarKeysTest {

    @Test
    void knowsTheCurrentKeyAndTheOldOnes() {
        AadhaarKeys keys = keys("production", 3, 'c', "1:" + base64('a'), " 2:" + base64('b'));

        assertThat(keys.currentVersion()).isEqualTo(3);
        assertThat(keys.encryptionKey(1).getEncoded()).containsOnly('a');
        assertThat(keys.encryptionKey(2).getEncoded()).containsOnly('b');
        assertThat(keys.encryptionKey(3).getEncoded()).containsOnly('c');
        assertThatThrownBy(() -> keys.encryptionKey(4)).hasMessageContaining("version 4");
    }

    @Test
    void acceptsAnOldKeyOfALocalInstallationInLocalModeOnly() {
        String local = "1:local:" + base64('a');

        assertThat(keys("local", 2, 'b', local).has(1)).isTrue();
        assertThatThrownBy(() -> keys("production", 2, 'b', local))
                .hasMessageContaining("production")
                .hasMessageNotContaining(base64('a'));
    }

    @Test
    void refusesANewKeyUnderTheVersionOfAnOldOne() {
        assertThatThrownBy(() -> keys("local", 1, 'b', "1:" + base64('a'))).hasMessageContaining("version 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2VjcmV0", "1=c2VjcmV0", "one:c2VjcmV0", "1:c2VjcmV0", "1:not base64", "1:"})
    void refusesAnOldKeyInAnyOtherFormWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> keys("local", 2, 'b', text))
                .hasMessageContaining("cloudcare.aadhaar.old-encryption-keys")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void refusesVersionsBelowOne() {
        assertThatThrownBy(() -> keys("local", 0, 'a')).hasMessageContaining("start with 1");
    }

    @Test
    void refusesKeysOfTheWrongLength() {
        SecretValue tooShort = SecretValue.of("AAAA");

        assertThatThrownBy(() -> new AadhaarKeys("local", tooShort, secret('e'), 1, Optional.empty()))
                .hasMessageContaining("cloudcare.aadhaar.uid-key");
        assertThatThrownBy(() -> new AadhaarKeys("local", secret('u'), tooShort, 1, Optional.empty()))
                .hasMessageContaining("cloudcare.aadhaar.encryption-key");
    }
}
