package health.cloudcare.servicekit.token;

import java.security.PublicKey;
import java.util.Map;

/** The keys that access tokens are verified with, by key id, as they are known at this moment. Never blocks. */
public interface TokenKeys {

    /** Empty while none are known yet. The same instance as long as nothing changed. */
    Map<String, PublicKey> current();
}
