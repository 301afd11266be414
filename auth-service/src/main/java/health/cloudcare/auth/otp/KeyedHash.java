package health.cloudcare.auth.otp;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;

import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.token.MasterKey;

import static java.nio.charset.StandardCharsets.UTF_8;

/** HMAC-SHA-256 of codes and destinations: six digits or a telephone number are found from a hash without a key. */
@ApplicationScoped
class KeyedHash {

    private static final String HMAC = "HmacSHA256";

    private final SecretKey codeKey;
    private final SecretKey destinationKey;

    KeyedHash(MasterKey masterKey) {
        this.codeKey = masterKey.derive("one-time codes", HMAC);
        this.destinationKey = masterKey.derive("code destinations", HMAC);
    }

    String ofCode(UUID challengeId, String code) {
        return hmac(codeKey, challengeId + "\0" + code);
    }

    String ofDestination(Destination destination) {
        return hmac(destinationKey, destination.channel() + "\0" + destination.key());
    }

    private static String hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
