package health.cloudcare.localstack.supervisor;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import health.cloudcare.localstack.backing.Backing;
import health.cloudcare.localstack.secret.LocalSecrets;

import static org.assertj.core.api.Assertions.assertThat;

class SuiteEnvironmentTest {
    @TempDir
    Path secrets;

    @Test
    void placesEverythingBehindTheBasePort() {
        Map<String, String> environment = environment(Map.of()).of(SuiteService.WEARABLES);

        assertThat(environment)
                .containsEntry("CLOUDCARE_MODE", "local")
                .containsEntry("QUARKUS_HTTP_PORT", "9005")
                .containsEntry("CLOUDCARE_AUTH_URL", "http://localhost:9001")
                .containsEntry("CLOUDCARE_JWKS_URL", "http://localhost:9001/.well-known/jwks.json")
                .containsEntry("CLOUDCARE_KAFKA_BOOTSTRAP", "127.0.0.1:9021")
                .containsEntry("CLOUDCARE_MONGODB_URI", "mongodb://127.0.0.1:9023");
    }

    @Test
    void givesSecretsOnlyToThoseWhoNeedThem() {
        var environment = environment(Map.of());

        assertThat(environment.of(SuiteService.PATIENT))
                .containsKeys(
                        "CLOUDCARE_AADHAAR_UID_KEY", "CLOUDCARE_AADHAAR_ENCRYPTION_KEY", "CLOUDCARE_POSTGRES_PASSWORD")
                .doesNotContainKeys("CLOUDCARE_SIGNING_KEY_FILE", "CLOUDCARE_S3_SECRET_KEY");
        assertThat(environment.of(SuiteService.AUTH)).containsKey("CLOUDCARE_SIGNING_KEY_FILE");
        assertThat(environment.of(SuiteService.WEARABLES)).doesNotContainKey("CLOUDCARE_POSTGRES_PASSWORD");
        assertThat(environment.of(SuiteService.NOTIFICATION)).containsKey("CLOUDCARE_SMTP_URL");
        assertThat(environment.of(SuiteService.AUTH))
                .containsKeys("CLOUDCARE_AUTH_MASTER_KEY", "CLOUDCARE_ADMIN_PASSWORD")
                .doesNotContainKey("CLOUDCARE_SMTP_URL");
        assertThat(environment.secretVariables()).contains("CLOUDCARE_AUTH_MASTER_KEY", "CLOUDCARE_SMTP_URL");
    }

    @Test
    void letsOneServiceSignRecordsAndAnotherPublishTheKey() {
        var environment = environment(Map.of());

        var patient = environment.of(SuiteService.PATIENT);
        assertThat(patient).containsKeys("CLOUDCARE_RECORD_SIGNING_KEY", "CLOUDCARE_RECORD_VERIFICATION_KEYS");
        assertThat(environment.of(SuiteService.AUTH))
                .containsEntry("CLOUDCARE_RECORD_VERIFICATION_KEYS", patient.get("CLOUDCARE_RECORD_VERIFICATION_KEYS"))
                .doesNotContainKey("CLOUDCARE_RECORD_SIGNING_KEY");
        assertThat(environment.of(SuiteService.DOCTOR)).doesNotContainKey("CLOUDCARE_RECORD_SIGNING_KEY");
        assertThat(environment.secretVariables()).contains("CLOUDCARE_RECORD_SIGNING_KEY");
    }

    @Test
    void replacesAnEmbeddedServiceByTheUsersOwn() {
        var environment = environment(Map.of(
                "CLOUDCARE_POSTGRES_URL", "postgresql://me:p%40ss@db.example:6432",
                "CLOUDCARE_MONGODB_URI", "mongodb://mongo.example:27017"));

        assertThat(environment.external()).containsExactly(Backing.POSTGRES, Backing.MONGO);
        assertThat(environment.of(SuiteService.PATIENT))
                .containsEntry("CLOUDCARE_POSTGRES_URL", "postgresql://db.example:6432")
                .containsEntry("CLOUDCARE_POSTGRES_USER", "me")
                .containsEntry("CLOUDCARE_POSTGRES_PASSWORD", "p@ss");
        assertThat(environment.of(SuiteService.WEARABLES))
                .containsEntry("CLOUDCARE_MONGODB_URI", "mongodb://mongo.example:27017");
    }

    private SuiteEnvironment environment(Map<String, String> given) {
        return new SuiteEnvironment(given, 9000, LocalSecrets.in(secrets));
    }
}
