package health.cloudcare.patient.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.consent.ConsentCalls.answered;
import static health.cloudcare.patient.consent.ConsentCalls.as;
import static health.cloudcare.patient.consent.ConsentCalls.asked;
import static health.cloudcare.patient.consent.ConsentCalls.letExpire;
import static health.cloudcare.patient.consent.ConsentCalls.list;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class RenunciationTest {

    private final UUID doctor = UUID.randomUUID();
    private NewPatient patient;

    @BeforeEach
    void register() {
        patient = aPatient().registered();
    }

    @Test
    void endsTheDoctorsOwnConsentsOfThatPatientAndWithdrawsTheRequest() {
        String approved = asked(doctor, patient, Map.of());
        answered(patient, approved, "APPROVED");
        String pending = asked(doctor, patient, Map.of());
        String others = asked(UUID.randomUUID(), patient, Map.of());
        answered(patient, others, "APPROVED");
        NewPatient another = aPatient().registered();
        String elsewhere = asked(doctor, another, Map.of());
        answered(another, elsewhere, "APPROVED");

        renounce().statusCode(200).body("success", equalTo(true)).body("renounced_at", notNullValue());
        renounce().statusCode(200);

        assertThat(statusOf(approved)).isEqualTo("REVOKED");
        assertThat(statusOf(pending)).isEqualTo("DENIED");
        assertThat(statusOf(others)).isEqualTo("APPROVED");
        list(another, "?status_filter=APPROVED").then().body("id", hasItem(elsewhere));
        list(patient, "").then().body("find { it.id == '%s' }.responded_at".formatted(approved), notNullValue());
        String key = patient.patientId().toString();
        try (KafkaRecords told = KafkaRecords.of(Topic.CONSENT)) {
            var revoked = told.await(withKey(key).and(withType(ConsentRevoked.TYPE)));
            assertThat(EventJson.read(revoked.value(), ConsentRevoked.class).consentId())
                    .hasToString(approved);
            var denied = told.await(withKey(key).and(withType(ConsentDenied.TYPE)));
            assertThat(EventJson.read(denied.value(), ConsentDenied.class).consentId())
                    .hasToString(pending);
        }
        DataAccessed entry = entriesByTheDoctor().getFirst();
        assertThat(entry.actorProfileId()).isEqualTo(doctor);
        assertThat(entry.action()).isEqualTo("WRITE");
        assertThat(entry.consentId()).hasToString(pending);
    }

    @Test
    void leavesWhatIsOver() {
        String denied = asked(doctor, patient, Map.of());
        answered(patient, denied, "DENIED");
        String expired = asked(doctor, patient, Map.of());
        answered(patient, expired, "APPROVED");
        letExpire(expired);

        renounce().statusCode(200);

        assertThat(statusOf(denied)).isEqualTo("DENIED");
        assertThat(statusOf(expired)).isEqualTo("APPROVED");
    }

    @Test
    void isADoctorsToDo() {
        Map<String, Object> body = Map.of("patient_id", patient.patientId());
        for (String token :
                List.of(Tokens.patient(patient.patientId()), Tokens.hospitalAdmin(doctor), Tokens.service())) {
            as(token)
                    .body(body)
                    .post("/internal/v1/consents/renunciations")
                    .then()
                    .spec(problem(403, "ACCESS_DENIED"));
        }
    }

    private ValidatableResponse renounce() {
        return as(Tokens.doctor(doctor))
                .body(Map.of("patient_id", patient.patientId()))
                .post("/internal/v1/consents/renunciations")
                .then();
    }

    private String statusOf(String consent) {
        return list(patient, "").path("find { it.id == '%s' }.status".formatted(consent));
    }

    private List<DataAccessed> entriesByTheDoctor() {
        try (KafkaRecords audit = KafkaRecords.of(Topic.ACCESS)) {
            return audit
                    .until(seen -> seen.stream()
                            .anyMatch(record -> KafkaRecords.text(record).contains(doctor.toString())))
                    .stream()
                    .filter(withKey(patient.patientId().toString()).and(withType(DataAccessed.TYPE)))
                    .map(record -> EventJson.read(record.value(), DataAccessed.class))
                    .filter(access -> doctor.equals(access.actorProfileId()))
                    .toList();
        }
    }
}
