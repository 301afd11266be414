package health.cloudcare.testkit.backing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import health.cloudcare.testkit.token.SigningKey;

/**
 * Gives every {@code @QuarkusTest} the environment of a local installation: addresses of the backing services its module
 * asks for, and the keys of {@link health.cloudcare.testkit.token.Tokens}. Found by Quarkus through the service loader.
 */
public final class TestEnvironment implements QuarkusTestResourceLifecycleManager {

    /** 32 known bytes each: secrets of tests, which production mode refuses for their prefix. */
    private static final String UID_KEY = "local:dGVzdC1vbmx5LWFhZGhhYXItdWlkLWtleS0wMDAwMDA=";

    private static final String MASTER_KEY = "local:dGVzdC1vbmx5LWF1dGgtbWFzdGVyLWtleS0wMDAwMDA=";
    private static final String ENCRYPTION_KEY = "local:dGVzdC1vbmx5LWFhZGhhYXItZW5jcnlwdGlvbi1rZXk=";

    /** An Ed25519 pair. */
    private static final String RECORD_SIGNING_KEY =
            "local:MC4CAQAwBQYDK2VwBCIEIE9wAv+Fni7YU1CSE8KWkFZkLDM6PJggQnHsz7GjVJzA";

    private static final String RECORD_VERIFICATION_KEY =
            "MCowBQYDK2VwAyEAUbdAcKPu7IbXfKol9jD1a05nz/dOrFC9yvhHLgd20ao=";

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new TreeMap<>();
        config.put("CLOUDCARE_MODE", "local");
        config.put("cloudcare.mode", "local");
        config.put("quarkus.http.test-port", "0");
        config.put("cloudcare.token.keys", SigningKey.shared().keySet());
        config.put(
                "CLOUDCARE_SIGNING_KEY_FILE",
                SigningKey.shared().privateKeyFile().toString());
        config.put("CLOUDCARE_AUTH_MASTER_KEY", MASTER_KEY);
        config.put("CLOUDCARE_ADMIN_EMAIL", "admin@example.org");
        config.put("CLOUDCARE_ADMIN_PASSWORD", "administrator-of-tests");
        config.put("CLOUDCARE_AADHAAR_UID_KEY", UID_KEY);
        config.put("CLOUDCARE_AADHAAR_ENCRYPTION_KEY", ENCRYPTION_KEY);
        config.put("CLOUDCARE_RECORD_SIGNING_KEY", RECORD_SIGNING_KEY);
        config.put("CLOUDCARE_RECORD_VERIFICATION_KEYS", RECORD_VERIFICATION_KEY);
        Set<BackingService> services = DeclaredServices.ofThisModule();
        if (!services.isEmpty()) {
            config.putAll(BackingServicesProcess.shared(services));
        }
        return config;
    }

    @Override
    public void stop() {
        // the services live until the JVM ends: the next application of the same run uses them again
    }
}
