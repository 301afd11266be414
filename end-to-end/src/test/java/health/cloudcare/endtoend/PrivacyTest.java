package health.cloudcare.endtoend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What must not leave the records does not turn up where operators look. */
@WithSuite
class PrivacyTest {

    private final Suite suite;

    PrivacyTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void noMetricNamesAPatientAndNoLogTellsWhoTheyAre() {
        NewPatient person = NewPatient.invent();
        suite.gateway().post(PatientClient.SIGNUP, person.signupBody()).expect(201);
        PatientClient patient = PatientClient.logIn(suite.gateway(), person);
        String stranger = UUID.randomUUID().toString();
        use(patient, stranger);

        for (String service : Suite.SERVICES) {
            String metrics =
                    suite.directly(service).get("/q/metrics").expect(200).text();
            assertThat(metrics)
                    .as("metrics of " + service)
                    .doesNotContain(patient.patientId().toString())
                    .doesNotContain(stranger);
        }
        suite.logs().forEach((name, log) -> assertThat(log)
                .as("log " + name)
                .doesNotContain(person.email())
                .doesNotContain(person.password())
                .doesNotContain(person.aadhaarNumber())
                .doesNotContain("Example Street")
                .doesNotContain("133.7"));
    }

    /** Calls that succeed and calls that are refused, each with something to leak. */
    private static void use(PatientClient patient, String stranger) {
        patient.post(
                        PatientClient.SYNC,
                        Map.of(
                                "device_id",
                                "watch-" + UUID.randomUUID(),
                                "metrics",
                                List.of(Map.of(
                                        "metric_type",
                                        "heart_rate",
                                        "value",
                                        133.7,
                                        "unit",
                                        "bpm",
                                        "timestamp",
                                        Instant.now().minusSeconds(600).toString()))))
                .expect(200);
        patient.get(PatientClient.TODAY, Map.of()).expect(200);
        patient.get(PatientClient.TODAY, Map.of("patient_id", stranger)).expect(404);
        patient.get("/api/v1/patients/" + patient.patientId() + "/profile", Map.of())
                .expect(200);
        patient.get("/api/v1/patients/" + stranger + "/profile", Map.of()).expect(404);
        patient.get(PatientClient.IMPORTS + "/" + stranger, Map.of()).expect(404);
        patient.get("/api/v1/" + stranger, Map.of()).expect(404);
    }
}
