package health.cloudcare.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.PatientClient;

import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The signing key is replaced while everybody reads, and nobody notices. */
@WithSuite
@Order(5)
class KeyRotationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int READERS = 3;
    private static final int ENOUGH = 300;

    private static final List<String> PATHS = List.of(
            PatientClient.ME,
            "/api/v1/patients/{patient_id}/profile",
            PatientClient.DEVICES + "?patient_id={patient_id}",
            Revocation.OTHERS_ROUTE);

    private final Suite suite;
    private final Gateway gateway;

    KeyRotationTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @Test
    void noRequestFailsWhileTheKeyChanges() {
        List<SignedIn> patients = Stream.generate(() -> SignedIn.newPatient(gateway))
                .limit(READERS)
                .toList();
        patients.forEach(KeyRotationTest::awaitProfile);
        String administrator = suite.administratorToken();
        int publishedBefore = publishedKeys();

        try (SteadyReaders readers = new SteadyReaders(patients, PATHS)) {
            await().atMost(PATIENCE).until(() -> readers.reads() >= ENOUGH);
            assertThat(readers.keys()).hasSize(1);

            rotate(administrator);
            await("tokens of both keys were used")
                    .atMost(PATIENCE)
                    .until(() ->
                            readers.keys().size() == 2 || !readers.failures().isEmpty());
            int before = readers.reads();
            await().atMost(PATIENCE)
                    .until(() -> readers.reads() >= before + ENOUGH
                            || !readers.failures().isEmpty());

            assertThat(readers.failures()).isEmpty();
        }
        assertThat(publishedKeys()).isEqualTo(publishedBefore + 1);
    }

    @Test
    void keysAreRotatedFromWithinAndByAdministratorsOnly() {
        SignedIn patient = SignedIn.newPatient(gateway);
        String path = "/internal/v1/signing-keys/rotations";

        assertProblem(gateway.post(path, Map.of(), suite.administratorToken()), 404, "NOT_FOUND");
        assertProblem(suite.directly(Suite.AUTH).post(path, Map.of(), patient.token()), 403, "ACCESS_DENIED");
        assertProblem(suite.directly(Suite.AUTH).post(path, Map.of()), 401, "AUTH_FAILED");
    }

    private void rotate(String administrator) {
        JsonNode keys = suite.directly(Suite.AUTH)
                .post("/internal/v1/signing-keys/rotations", Map.of(), administrator)
                .expect(200)
                .json()
                .path("keys");
        assertThat(keys).extracting(key -> key.path("state").asText()).contains("UPCOMING", "SIGNING");
    }

    private int publishedKeys() {
        return gateway.get("/.well-known/jwks.json")
                .expect(200)
                .json()
                .path("keys")
                .size();
    }

    private static void awaitProfile(SignedIn patient) {
        await().atMost(Imports.PATIENCE).pollInterval(Imports.LOOK).until(() -> {
            String path = "/api/v1/patients/" + patient.profileId() + "/profile";
            return patient.get(path).status() == 200;
        });
    }
}
