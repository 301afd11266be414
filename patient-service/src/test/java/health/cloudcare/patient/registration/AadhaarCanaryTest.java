package health.cloudcare.patient.registration;

import java.util.HexFormat;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.LogCapture;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.AccountTopic.send;
import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.testkit.problem.ProblemMatchers.withoutEchoOf;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** An Aadhaar number is in the vault, encrypted, and nowhere else. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AadhaarCanaryTest {

    private static final String SEEN_IN_TABLES = """
            SELECT concat((SELECT string_agg(t::text, ' ') FROM patients t),
                          (SELECT string_agg(t::text, ' ') FROM aadhaar_vault t),
                          (SELECT string_agg(t::text, ' ') FROM registrations t),
                          (SELECT string_agg(t::text, ' ') FROM inbox t),
                          (SELECT string_agg(t::text, ' ') FROM outbox t))
            """;

    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void aRegistrationItsRepeatItsDuplicateAndItsEndDoNotTell() {
        NewPatient patient = aPatient();
        String number = patient.aadhaar();

        patient.registered();
        patient.register().then().statusCode(200).body(withoutEchoOf(number));
        patient.again().register().then().spec(problem(409)).body(withoutEchoOf(number));
        aPatient()
                .with("account_id", patient.accountId())
                .with("aadhar_number", number)
                .register()
                .then()
                .spec(problem(409))
                .body(withoutEchoOf(number));
        patient.signInByAadhaar().then().statusCode(200).body(withoutEchoOf(number));
        patient.profile().then().statusCode(200).body(withoutEchoOf(number));
        String tables = Tables.one(String.class, SEEN_IN_TABLES);
        send(patient.accountDeleted());

        try (KafkaRecords events = KafkaRecords.of(Topic.values())) {
            events.await(withKey(patient.patientId().toString()), 3);
            assertThat(events.until(seen -> true))
                    .isNotEmpty()
                    .extracting(record -> record.headers() + KafkaRecords.text(record))
                    .noneMatch(text -> text.contains(number));
        }
        assertThat(tables)
                .contains(patient.patientId().toString())
                .doesNotContain(number)
                .doesNotContain(HexFormat.of().formatHex(number.getBytes(US_ASCII)));
        assertThat(log.text()).contains("status=409").doesNotContain(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'account_id': 'ID', 'first_name': 'Asha', 'aadhar_number': '123456789012'}",
                "{'account_id': 'ID', 'first_name': 'Asha', 'aadhar_number': '1234 5678 9012'}",
                "{'account_id': 'ID', 'first_name': 'Asha', 'aadhar_number': 123456789012}",
                "{'account_id': 'ID', 'first_name': 'Asha', 'aadhar_number': 123456789012.5}",
                "{'account_id': 'ID', 'first_name': 'Asha', 'aadhar_number': ['123456789012']}",
                "{'account_id': 'ID', 'first_name': 'Asha', 'aadhar_number': {'123456789012': 1}}",
                "{'account_id': '123456789012', 'first_name': 'Asha'}",
                "{'account_id': 'ID', 'first_name': 'Asha', 'date_of_birth': '123456789012'}",
                "{'account_id': 'ID', 'first_name': 'Asha', 'phone_primary': 'x123456789012'}",
                "{'account_id': 'ID', 'aadhar_number': 123456789012x",
                "['123456789012']",
                "123456789012",
                "x123456789012"
            })
    void aMalformedNumberIsNotRepeated(String body) {
        String json = body.replace('\'', '"').replace("ID", UUID.randomUUID().toString());

        Response registration = service().body(json).put("/internal/v1/patients/" + UUID.randomUUID());
        Response signIn = service().body(json).post("/internal/v1/aadhaar-sign-ins");

        registration.then().spec(problem(422)).body(withoutEchoOf("56789012")).body(withoutEchoOf("5678 9012"));
        signIn.then().spec(problem(422)).body(withoutEchoOf("56789012")).body(withoutEchoOf("5678 9012"));
        assertThat(log.text()).contains("status=422").doesNotContain("56789012").doesNotContain("5678 9012");
    }

    private static RequestSpecification service() {
        return given().auth().oauth2(Tokens.service()).contentType(ContentType.JSON);
    }
}
