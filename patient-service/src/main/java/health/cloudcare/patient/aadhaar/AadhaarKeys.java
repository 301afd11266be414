package health.cloudcare.patient.aadhaar;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.secret.SecretValue;

/** The two keys of the vault; one must not do the other's work. */
@ApplicationScoped
class AadhaarKeys {

    /** Version of the encryption key in the configuration, stored with every number it encrypts. */
    static final int CURRENT_VERSION = 1;

    private static final int KEY_BYTES = 32;

    private final SecretKey uidKey;
    private final SecretKey encryptionKey;

    AadhaarKeys(
            @ConfigProperty(name = "cloudcare.aadhaar.uid-key") SecretValue uidKey,
            @ConfigProperty(name = "cloudcare.aadhaar.encryption-key") SecretValue encryptionKey) {
        this.uidKey = new SecretKeySpec(bytes("cloudcare.aadhaar.uid-key", uidKey), "HmacSHA256");
        this.encryptionKey = new SecretKeySpec(bytes("cloudcare.aadhaar.encryption-key", encryptionKey), "AES");
    }

    SecretKey uidKey() {
        return uidKey;
    }

    SecretKey encryptionKey() {
        return encryptionKey;
    }

    private static byte[] bytes(String name, SecretValue secret) {
        byte[] key = Base64.getDecoder().decode(secret.value());
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(name + " must be the base64 form of " + KEY_BYTES + " bytes");
        }
        return key;
    }
}
