package health.cloudcare.auth.throttle;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

import jakarta.inject.Singleton;

import health.cloudcare.auth.token.MasterKey;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Names for what is counted that tell nothing about it: phone numbers could be guessed from a hash without a key. */
@Singleton
class KeyDigest {

    private static final String HMAC = "HmacSHA256";

    private final SecretKey key;

    KeyDigest(MasterKey masterKey) {
        this.key = masterKey.derive("throttle keys", HMAC);
    }

    String of(String kind, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] digest = mac.doFinal((kind + '\0' + text).getBytes(UTF_8));
            return "cloudcare:throttle:" + kind + ':'
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
