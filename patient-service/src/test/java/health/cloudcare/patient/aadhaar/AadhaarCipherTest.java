package health.cloudcare.patient.aadhaar;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import health.cloudcare.patient.aadhaar.AadhaarCipher.Sealed;

import static health.cloudcare.patient.aadhaar.TestKeys.base64;
import static health.cloudcare.patient.aadhaar.TestKeys.cipher;
import static health.cloudcare.patient.aadhaar.TestKeys.secret;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AadhaarCipherTest {

    private static final AadhaarNumber NUMBER = AadhaarNumber.parse("999941057058");
    private static final UUID PATIENT = UUID.randomUUID();

    private final AadhaarCipher cipher = cipher(1, 'a');

    @Test
    void opensWhatItSealedForThatPatientOnly() {
        Sealed sealed = cipher.seal(NUMBER, PATIENT);

        assertThat(cipher.open(sealed, PATIENT).digits()).isEqualTo(NUMBER.digits());
        assertThat(new String(sealed.ciphertext(), US_ASCII)).doesNotContain("9999");
        assertDoesNotOpen(cipher, sealed, UUID.randomUUID());
    }

    @Test
    void opensNothingThatWasChangedAnywhere() {
        Sealed sealed = cipher.seal(NUMBER, PATIENT);

        IntStream.range(0, sealed.ciphertext().length * Byte.SIZE)
                .mapToObj(bit -> new Sealed(1, sealed.nonce(), flipped(sealed.ciphertext(), bit)))
                .forEach(changed -> assertDoesNotOpen(cipher, changed, PATIENT));
        IntStream.range(0, sealed.nonce().length * Byte.SIZE)
                .mapToObj(bit -> new Sealed(1, flipped(sealed.nonce(), bit), sealed.ciphertext()))
                .forEach(changed -> assertDoesNotOpen(cipher, changed, PATIENT));
        assertDoesNotOpen(cipher, new Sealed(1, sealed.nonce(), new byte[0]), PATIENT);
        assertDoesNotOpen(cipher, new Sealed(1, new byte[0], sealed.ciphertext()), PATIENT);
    }

    @Test
    void sealsTheSameNumberDifferentlyEachTime() {
        assertThat(cipher.seal(NUMBER, PATIENT).ciphertext())
                .isNotEqualTo(cipher.seal(NUMBER, PATIENT).ciphertext());
    }

    @Test
    void opensWhatAnOldKeySealedAndSealsWithTheNewOne() {
        AadhaarCipher rotated = cipher(2, 'b', "1:" + base64('a'));
        Sealed old = cipher.seal(NUMBER, PATIENT);

        Sealed renewed = rotated.seal(rotated.open(old, PATIENT), PATIENT);

        assertThat(renewed.keyVersion()).isEqualTo(2);
        assertThat(cipher(2, 'b').open(renewed, PATIENT).digits()).isEqualTo(NUMBER.digits());
    }

    @Test
    void doesNotOpenWithTheWrongKeyOrWithoutTheOneOfThatVersion() {
        Sealed sealed = cipher.seal(NUMBER, PATIENT);

        assertDoesNotOpen(cipher(1, 'x'), sealed, PATIENT);
        assertDoesNotOpen(
                cipher(2, 'b', "1:" + base64('a')), new Sealed(2, sealed.nonce(), sealed.ciphertext()), PATIENT);
        assertThatThrownBy(() -> cipher(2, 'b').open(sealed, PATIENT))
                .isInstanceOf(UnreadableEntryException.class)
                .hasMessageContaining("version 1");
    }

    @Test
    void theUidDependsOnTheNumberAndItsOwnKeyAlone() {
        AadhaarCipher otherUidKey =
                new AadhaarCipher(new AadhaarKeys("local", secret('x'), secret('a'), 1, Optional.empty()));

        assertThat(cipher.uid(NUMBER))
                .matches("[0-9a-f]{64}")
                .isEqualTo(cipher(2, 'b').uid(NUMBER));
        assertThat(otherUidKey.uid(NUMBER)).isNotEqualTo(cipher.uid(NUMBER));
    }

    private static void assertDoesNotOpen(AadhaarCipher cipher, Sealed sealed, UUID patientId) {
        assertThatThrownBy(() -> cipher.open(sealed, patientId)).isInstanceOf(UnreadableEntryException.class);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return changed;
    }
}
