package health.cloudcare.patient.aadhaar;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.secret.SecretValue;

/**
 * The keys of the vault: one for UIDs, and the encryption keys by version, of which the current one seals and all open.
 * Made at the start, so that a service with wrong keys does not come up at all.
 */
@Startup
@ApplicationScoped
class AadhaarKeys {

    static final String UID_KEY = "cloudcare.aadhaar.uid-key";
    static final String CURRENT_KEY = "cloudcare.aadhaar.encryption-key";
    static final String CURRENT_VERSION = "cloudcare.aadhaar.encryption-key-version";
    static final String OLD_KEYS = "cloudcare.aadhaar.old-encryption-keys";

    private static final int KEY_BYTES = 32;

    private final SecretKey uidKey;
    private final int currentVersion;
    private final Map<Integer, SecretKey> encryptionKeys = new HashMap<>();

    AadhaarKeys(
            @ConfigProperty(name = "cloudcare.mode") String mode,
            @ConfigProperty(name = UID_KEY) SecretValue uidKey,
            @ConfigProperty(name = CURRENT_KEY) SecretValue encryptionKey,
            @ConfigProperty(name = CURRENT_VERSION) int currentVersion,
            @ConfigProperty(name = OLD_KEYS) Optional<List<String>> oldKeys) {
        this.uidKey = new SecretKeySpec(bytes(UID_KEY, uidKey), "HmacSHA256");
        this.currentVersion = currentVersion;
        add(CURRENT_KEY, currentVersion, encryptionKey);
        for (String text : oldKeys.orElse(List.of())) {
            OldKey old = OldKey.parse(text);
            refuseLocal(mode, old);
            add(OLD_KEYS, old.version(), old.secret());
        }
    }

    SecretKey uidKey() {
        return uidKey;
    }

    int currentVersion() {
        return currentVersion;
    }

    boolean has(int version) {
        return encryptionKeys.containsKey(version);
    }

    SecretKey encryptionKey(int version) {
        SecretKey key = encryptionKeys.get(version);
        if (key == null) {
            throw UnreadableEntryException.noKeyOf(version);
        }
        return key;
    }

    private void add(String name, int version, SecretValue secret) {
        if (version < 1) {
            throw new IllegalArgumentException("Versions of Aadhaar encryption keys start with 1");
        }
        SecretKey key = new SecretKeySpec(bytes(name, secret), "AES");
        if (encryptionKeys.put(version, key) != null) {
            throw new IllegalArgumentException("Two Aadhaar encryption keys are given as version " + version
                    + ": a new key needs a new " + CURRENT_VERSION);
        }
    }

    /** As LocalSecretsGuard does, which knows settings of one secret only. */
    private static void refuseLocal(String mode, OldKey old) {
        if (old.secret().local() && !mode.equals("local")) {
            throw new IllegalStateException(OLD_KEYS + " holds a secret generated for a local installation (version "
                    + old.version() + "), which production mode refuses.");
        }
    }

    private static byte[] bytes(String name, SecretValue secret) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret.value());
        } catch (IllegalArgumentException notBase64) {
            key = new byte[0];
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(name + " must be the base64 form of " + KEY_BYTES + " bytes");
        }
        return key;
    }
}
