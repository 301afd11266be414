package health.cloudcare.patient.aadhaar;

import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import health.cloudcare.servicekit.secret.SecretValue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AadhaarCipherTest {

    private static final AadhaarNumber NUMBER = AadhaarNumber.parse("999941057058");
    private static final UUID PATIENT = UUID.randomUUID();

    private final AadhaarCipher cipher = new AadhaarCipher(new AadhaarKeys(key('u'), key('e')));

    @Test
    void opensWhatItSealedForThatPatientOnly() {
        AadhaarCipher.Sealed sealed = cipher.seal(NUMBER, PATIENT);

        assertThat(cipher.open(sealed, PATIENT).digits()).isEqualTo(NUMBER.digits());
        assertThat(new String(sealed.ciphertext(), US_ASCII)).doesNotContain("9999");
        assertThatThrownBy(() -> cipher.open(sealed, UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealsTheSameNumberDifferentlyEachTime() {
        assertThat(cipher.seal(NUMBER, PATIENT).ciphertext())
                .isNotEqualTo(cipher.seal(NUMBER, PATIENT).ciphertext());
    }

    @Test
    void theUidDependsOnTheNumberAndTheKeyAlone() {
        AadhaarCipher other = new AadhaarCipher(new AadhaarKeys(key('x'), key('e')));

        assertThat(cipher.uid(NUMBER)).matches("[0-9a-f]{64}").isEqualTo(cipher.uid(NUMBER));
        assertThat(other.uid(NUMBER)).isNotEqualTo(cipher.uid(NUMBER));
    }

    @Test
    void refusesKeysOfTheWrongLength() {
        assertThatThrownBy(() -> new AadhaarKeys(SecretValue.of("AAAA"), key('e')))
                .hasMessageContaining("cloudcare.aadhaar.uid-key");
    }

    private static SecretValue key(char letter) {
        byte[] bytes = String.valueOf(letter).repeat(32).getBytes(US_ASCII);
        return SecretValue.of("local:" + Base64.getEncoder().encodeToString(bytes));
    }
}
