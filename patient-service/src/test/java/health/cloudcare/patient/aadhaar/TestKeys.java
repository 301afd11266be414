package health.cloudcare.patient.aadhaar;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

import health.cloudcare.servicekit.secret.SecretValue;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Keys that are one letter 32 times. */
final class TestKeys {

    private TestKeys() {}

    static AadhaarCipher cipher(int version, char letter, String... oldKeys) {
        return new AadhaarCipher(keys("local", version, letter, oldKeys));
    }

    static AadhaarKeys keys(String mode, int version, char letter, String... oldKeys) {
        return new AadhaarKeys(mode, secret('u'), secret(letter), version, Optional.of(List.of(oldKeys)));
    }

    static SecretValue secret(char letter) {
        return SecretValue.of("local:" + base64(letter));
    }

    static String base64(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(US_ASCII));
    }
}
