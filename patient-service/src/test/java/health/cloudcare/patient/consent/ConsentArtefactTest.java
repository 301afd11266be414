package health.cloudcare.patient.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.consent.ConsentCalls.PATH;
import static health.cloudcare.patient.consent.ConsentCalls.answer;
import static health.cloudcare.patient.consent.ConsentCalls.answered;
import static health.cloudcare.patient.consent.ConsentCalls.as;
import static health.cloudcare.patient.consent.ConsentCalls.asked;
import static health.cloudcare.patient.consent.ConsentCalls.letExpire;
import static health.cloudcare.patient.consent.ConsentCalls.token;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class ConsentArtefactTest {

    private final UUID doctor = UUID.randomUUID();
    private final NewPatient patient = aPatient();

    @Test
    void saysWhatWasGrantedInAbdmsWords() {
        patient.registered();
        String consent = asked(doctor, patient, Map.of("request_type", "Dr. Meera Iyer's own words"));
        Map<String, Object> narrowed = Map.of(
                "status", "APPROVED",
                "categories", List.of("WEARABLES", "NOTES"),
                "metrics", List.of("steps"),
                "data_from", "2025-01-01",
                "resolution", "DAILY",
                "max_reads", 3,
                "reads_per", "WEEK");
        JsonPath granted = answer(patient, consent, narrowed)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        Response response = artefact(token(patient), consent);

        response.then().statusCode(200).contentType("application/jose");
        JsonPath artefact = verified(response);
        assertThat(artefact.getString("iss")).isEqualTo("https://cloudcare.local");
        assertThat(artefact.getString("schemaVersion")).isEqualTo("1.0");
        assertThat(artefact.getString("consentId")).isEqualTo(consent);
        assertThat(artefact.getString("createdOn")).isEqualTo(granted.getString("requested_at"));
        assertThat(artefact.getString("signedAt")).endsWith("Z");
        assertThat(artefact.getString("status")).isEqualTo("APPROVED");
        assertThat(artefact.getInt("version")).isEqualTo(2);
        assertThat(artefact.getString("requestType")).isEqualTo("DATA_ACCESS");
        assertThat(artefact.getString("purpose.code")).isEqualTo("CAREMGT");
        assertThat(artefact.getString("purpose.text")).isEqualTo("Care Management");
        assertThat(artefact.getString("patient.id"))
                .isEqualTo(patient.patientId().toString());
        assertThat(artefact.getString("grantee.type")).isEqualTo("DOCTOR");
        assertThat(artefact.getString("grantee.id")).isEqualTo(doctor.toString());
        assertThat(artefact.getList("dataCategories")).containsExactly("WEARABLES", "NOTES");
        assertThat(artefact.getList("metrics")).containsExactly("steps");
        assertThat(artefact.getString("permission.accessMode")).isEqualTo("VIEW");
        assertThat(artefact.getString("permission.dateRange.from")).isEqualTo("2025-01-01");
        assertThat(artefact.getString("permission.dateRange.to")).isNull();
        assertThat(artefact.getString("permission.dataEraseAt")).isEqualTo(granted.getString("expires_at"));
        assertThat(artefact.getInt("permission.frequency.value")).isEqualTo(3);
        assertThat(artefact.getString("permission.frequency.unit")).isEqualTo("WEEK");
        assertThat(artefact.getString("permission.resolution")).isEqualTo("DAILY");
        assertThat(artefact.prettify()).doesNotContain("Meera", "Asha");
    }

    @Test
    void saysThatItIsOver() {
        patient.registered();
        String revoked = asked(doctor, patient, Map.of());
        answered(patient, revoked, "APPROVED", "REVOKED");
        String expired = asked(doctor, patient, Map.of());
        answered(patient, expired, "APPROVED");
        letExpire(expired);

        assertThat(verified(artefact(token(patient), revoked)).getString("status"))
                .isEqualTo("REVOKED");
        JsonPath artefact = verified(artefact(token(patient), expired));
        assertThat(artefact.getString("status")).isEqualTo("EXPIRED");
        assertThat(artefact.getMap("permission")).containsEntry("frequency", null);
    }

    @Test
    void thereIsNoneOfWhatWasNeverApproved() {
        patient.registered();
        String pending = asked(doctor, patient, Map.of());
        artefact(token(patient), pending).then().spec(problem(409, "CONSENT_STATE"));
        letExpire(pending);
        artefact(token(patient), pending).then().spec(problem(409, "CONSENT_STATE"));
        String denied = asked(doctor, patient, Map.of());
        answered(patient, denied, "DENIED");

        artefact(token(patient), denied).then().spec(problem(409, "CONSENT_STATE"));
        artefact(Tokens.doctor(doctor), denied).then().spec(problem(409, "CONSENT_STATE"));
        artefact(token(patient), UUID.randomUUID().toString()).then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void isForTheTwoWhoAgreedAndKeepsTrackOfWhoTried() {
        patient.registered();
        String consent = asked(doctor, patient, Map.of());
        answered(patient, consent, "APPROVED", "REVOKED");
        List<String> strangers = List.of(
                Tokens.patient(UUID.randomUUID()),
                Tokens.doctor(UUID.randomUUID()),
                Tokens.doctorToken(doctor).claim("verified", false).sign(),
                // the doctor's id, but no doctor
                Tokens.hospitalAdmin(doctor),
                Tokens.systemAdmin(),
                Tokens.service());

        verified(artefact(Tokens.doctor(doctor), consent));
        strangers.forEach(token -> artefact(token, consent).then().spec(problem(404, "NOT_FOUND")));
        given().get(PATH + "/" + consent + "/artefact").then().spec(problem(401, "AUTH_FAILED"));

        try (KafkaRecords audit = KafkaRecords.of(Topic.ACCESS)) {
            var ofPatient = withKey(patient.patientId().toString());
            var refused = audit.await(ofPatient.and(withType(AccessRefused.TYPE)), strangers.size());
            assertThat(refused).hasSize(strangers.size());
            DataAccessed byDoctor = audit.await(ofPatient.and(withType(DataAccessed.TYPE)), 3).stream()
                    .map(record -> EventJson.read(record.value(), DataAccessed.class))
                    .filter(event -> event.actorRole().equals("DOCTOR"))
                    .findFirst()
                    .orElseThrow();
            assertThat(byDoctor.resource()).isEqualTo("consents/artefact");
            assertThat(byDoctor.consentId()).isEqualTo(UUID.fromString(consent));
            assertThat(byDoctor.actorProfileId()).isEqualTo(doctor);
        }
    }

    @Test
    void theKeyOfALocalInstallationIsNoneForProduction() {
        assertThat(ConfigProvider.getConfig().getValue("cloudcare.secrets.values", String[].class))
                .contains("cloudcare.record.signing-key");
    }

    private static Response artefact(String token, String consent) {
        return as(token).get(PATH + "/" + consent + "/artefact");
    }

    /** As a partner does it, with the key set and nothing else. */
    private static JsonPath verified(Response response) {
        try {
            JsonWebSignature jws = PublishedKeys.verified(
                    response.then().statusCode(200).extract().asString());
            assertThat(jws.getHeader("typ")).isEqualTo("consent-artefact+jws");
            assertThat(jws.getAlgorithmHeaderValue()).isEqualTo("EdDSA");
            return new JsonPath(jws.getPayload());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
