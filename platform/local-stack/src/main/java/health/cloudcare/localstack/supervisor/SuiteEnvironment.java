package health.cloudcare.localstack.supervisor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import health.cloudcare.localstack.backing.Backing;
import health.cloudcare.localstack.backing.PostgresDatabases;
import health.cloudcare.localstack.secret.LocalSecrets;

/** The environment variables of each process: what the user set, then the embedded defaults; secrets only where needed. */
final class SuiteEnvironment {
    private static final String USER = "CLOUDCARE_POSTGRES_USER";
    private static final String ADMIN_EMAIL = "CLOUDCARE_ADMIN_EMAIL";
    private static final String ADMIN_PASSWORD = "CLOUDCARE_ADMIN_PASSWORD";
    private static final String DEFAULT_ADMIN = "admin@cloudcare.example";
    private static final String TWILIO_TOKEN = "CLOUDCARE_TWILIO_AUTH_TOKEN";
    private static final String OLD_AADHAAR_KEYS = "CLOUDCARE_AADHAAR_OLD_ENCRYPTION_KEYS";
    private static final String RECORD_SIGNING_KEY = "CLOUDCARE_RECORD_SIGNING_KEY";
    private static final String RECORD_VERIFICATION_KEYS = "CLOUDCARE_RECORD_VERIFICATION_KEYS";

    /**
     * Each hash takes 19 MiB that die at once: a large young generation whose survivor space may be filled, as the block of a
     * hash under way would else grow old, and one collection in ten would be of everything. Its inner loop is fast in one
     * piece only.
     */
    private static final String HASHING_OPTIONS = "-XX:NewRatio=1 -XX:SurvivorRatio=3 -XX:TargetSurvivorRatio=90"
            + " -XX:MinHeapFreeRatio=70 -XX:MaxHeapFreeRatio=90"
            + " -XX:CompileCommand=quiet"
            + " -XX:CompileCommand=inline,com.password4j.Argon2Function::f"
            + " -XX:CompileCommand=inline,com.password4j.Argon2Function::fBlaMka"
            + " -XX:CompileCommand=inline,com.password4j.Argon2Function::rotr64"
            + " -XX:CompileCommand=inline,com.password4j.Argon2Function::roundFunction";

    private static final String PASSWORD = "CLOUDCARE_POSTGRES_PASSWORD";

    private final Map<String, String> given;
    private final int portBase;
    private final LocalSecrets secrets;

    SuiteEnvironment(Map<String, String> given, int portBase, LocalSecrets secrets) {
        this.given = given;
        this.portBase = portBase;
        this.secrets = secrets;
    }

    /** The backing services the user runs elsewhere. */
    Set<Backing> external() {
        var external = EnumSet.noneOf(Backing.class);
        Arrays.stream(Backing.values())
                .filter(backing -> !given.getOrDefault(backing.variable(), "").isBlank())
                .forEach(external::add);
        return external;
    }

    /** What clients of a backing service connect to, without credentials. */
    String address(Backing backing) {
        if (!external().contains(backing)) {
            return backing.address(portBase + backing.offset());
        }
        String address = given.getOrDefault(backing.variable(), "");
        return backing == Backing.POSTGRES ? PostgresAddress.parse(address).url() : address;
    }

    Map<String, String> of(SuiteService service) {
        var environment = new TreeMap<String, String>();
        // glibc's arenas per thread cost tens of megabytes in each of many small processes
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("CLOUDCARE_MODE", "local");
        environment.put("QUARKUS_HTTP_HOST", given.getOrDefault("QUARKUS_HTTP_HOST", "127.0.0.1"));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(portBase + service.offset()));
        for (SuiteService other : SuiteService.values()) {
            environment.put(other.variable(), given.getOrDefault(other.variable(), other.url(portBase)));
        }
        environment.put(
                "CLOUDCARE_JWKS_URL",
                given.getOrDefault("CLOUDCARE_JWKS_URL", SuiteService.AUTH.url(portBase) + "/.well-known/jwks.json"));
        environment.put(
                "CLOUDCARE_TOKEN_ISSUER", given.getOrDefault("CLOUDCARE_TOKEN_ISSUER", "https://cloudcare.local"));
        for (Backing backing : Backing.values()) {
            if (service.needs(backing)) {
                environment.put(backing.variable(), address(backing));
            }
        }
        addSecrets(service, environment);
        return environment;
    }

    /** Variables that the user's shell may hold for one service must not be inherited by the others. */
    Set<String> secretVariables() {
        return Set.of(
                PASSWORD,
                "CLOUDCARE_S3_ACCESS_KEY",
                "CLOUDCARE_S3_SECRET_KEY",
                "CLOUDCARE_SIGNING_KEY_FILE",
                "CLOUDCARE_AUTH_MASTER_KEY",
                ADMIN_EMAIL,
                ADMIN_PASSWORD,
                TWILIO_TOKEN,
                OLD_AADHAAR_KEYS,
                RECORD_SIGNING_KEY,
                Backing.SMTP.variable(),
                "CLOUDCARE_AADHAAR_UID_KEY",
                "CLOUDCARE_AADHAAR_ENCRYPTION_KEY");
    }

    private void addSecrets(SuiteService service, Map<String, String> environment) {
        if (service.needs(Backing.POSTGRES)) {
            addPostgresUser(environment);
        }
        if (service.needs(Backing.S3)) {
            environment.put("CLOUDCARE_S3_ACCESS_KEY", secret("CLOUDCARE_S3_ACCESS_KEY", secrets.s3AccessKey()));
            environment.put("CLOUDCARE_S3_SECRET_KEY", secret("CLOUDCARE_S3_SECRET_KEY", secrets.s3SecretKey()));
        }
        if (service == SuiteService.AUTH) {
            String file = secrets.signingKeyFile().toString();
            environment.put("CLOUDCARE_SIGNING_KEY_FILE", secret("CLOUDCARE_SIGNING_KEY_FILE", file));
            environment.put("CLOUDCARE_AUTH_MASTER_KEY", secret("CLOUDCARE_AUTH_MASTER_KEY", secrets.authMasterKey()));
            environment.put("JDK_JAVA_OPTIONS", HASHING_OPTIONS);
            addRecordVerificationKeys(environment);
            Administrator administrator = administrator();
            environment.put(ADMIN_EMAIL, administrator.email());
            environment.put(ADMIN_PASSWORD, administrator.password());
        }
        if (service == SuiteService.PATIENT) {
            environment.put("CLOUDCARE_AADHAAR_UID_KEY", secret("CLOUDCARE_AADHAAR_UID_KEY", secrets.aadhaarUidKey()));
            environment.put(
                    "CLOUDCARE_AADHAAR_ENCRYPTION_KEY",
                    secret("CLOUDCARE_AADHAAR_ENCRYPTION_KEY", secrets.aadhaarEncryptionKey()));
            addGiven(OLD_AADHAAR_KEYS, environment);
            environment.put(RECORD_SIGNING_KEY, secret(RECORD_SIGNING_KEY, secrets.recordSigningKey()));
            addRecordVerificationKeys(environment);
        }
        if (service == SuiteService.NOTIFICATION) {
            addGiven(TWILIO_TOKEN, environment);
        }
    }

    /** Public, but nobody else needs them. */
    private void addRecordVerificationKeys(Map<String, String> environment) {
        environment.put(
                RECORD_VERIFICATION_KEYS,
                given.getOrDefault(RECORD_VERIFICATION_KEYS, secrets.recordVerificationKey()));
    }

    /** Who administers this installation first. */
    Administrator administrator() {
        return new Administrator(secret(ADMIN_EMAIL, DEFAULT_ADMIN), secret(ADMIN_PASSWORD, secrets.adminPassword()));
    }

    record Administrator(String email, String password) {
        @Override
        public String toString() {
            return "***";
        }
    }

    private void addGiven(String variable, Map<String, String> environment) {
        String value = given.getOrDefault(variable, "");
        if (!value.isBlank()) {
            environment.put(variable, value);
        }
    }

    private void addPostgresUser(Map<String, String> environment) {
        if (external().contains(Backing.POSTGRES)) {
            var address = PostgresAddress.parse(given.getOrDefault(Backing.POSTGRES.variable(), ""));
            environment.put(USER, address.user().orElse(given.getOrDefault(USER, PostgresDatabases.ROLE)));
            environment.put(PASSWORD, address.password().orElse(given.getOrDefault(PASSWORD, "")));
        } else {
            environment.put(USER, PostgresDatabases.ROLE);
            environment.put(PASSWORD, secrets.postgresPassword());
        }
    }

    /** The embedded S3 only knows its own keys; everything else the user may bring along. */
    private String secret(String variable, String generated) {
        boolean embedded = variable.startsWith("CLOUDCARE_S3_") && !external().contains(Backing.S3);
        return embedded ? generated : given.getOrDefault(variable, generated);
    }
}
