package health.cloudcare.patient.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.patient.NewPatient;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.consent.ConsentCalls.AT_ONCE;
import static health.cloudcare.patient.consent.ConsentCalls.answer;
import static health.cloudcare.patient.consent.ConsentCalls.answered;
import static health.cloudcare.patient.consent.ConsentCalls.as;
import static health.cloudcare.patient.consent.ConsentCalls.asked;
import static health.cloudcare.patient.consent.ConsentCalls.letExpire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AccessByConsentTest {

    private final UUID doctor = UUID.randomUUID();
    private NewPatient patient;

    @BeforeEach
    void register() {
        patient = aPatient().registered();
    }

    @Test
    void aProfileIsOpenFromTheApprovalToTheRevocation() {
        profile(Tokens.doctor(doctor)).then().statusCode(403);
        String consent = asked(doctor, patient, Map.of());
        profile(Tokens.doctor(doctor)).then().statusCode(403);

        answered(patient, consent, "APPROVED");
        profile(Tokens.doctor(doctor)).then().statusCode(200);
        profile(Tokens.doctor(UUID.randomUUID())).then().statusCode(403);
        profile(Tokens.doctorToken(doctor).claim("verified", false).sign())
                .then()
                .statusCode(403);
        profile(Tokens.hospitalAdmin(doctor)).then().statusCode(403);

        answered(patient, consent, "REVOKED");
        profile(Tokens.doctor(doctor)).then().statusCode(403);
    }

    @Test
    void aConsentThatIsOverOrOfAnotherCategoryOpensNothing() {
        String notes = asked(doctor, patient, Map.of("categories", List.of("NOTES")));
        answered(patient, notes, "APPROVED");
        profile(Tokens.doctor(doctor)).then().statusCode(403);

        String everything = asked(doctor, patient, Map.of());
        answered(patient, everything, "APPROVED");
        profile(Tokens.doctor(doctor)).then().statusCode(200);

        letExpire(everything);
        profile(Tokens.doctor(doctor)).then().statusCode(403);
    }

    @Test
    void ofManyReadsAtOnceNoMoreGetThroughThanTheConsentAllows() {
        String consent = asked(doctor, patient, Map.of("max_reads", 5, "reads_per", "DAY"));
        answered(patient, consent, "APPROVED");

        List<CompletableFuture<Integer>> reads = new ArrayList<>();
        for (int read = 0; read < 20; read++) {
            reads.add(CompletableFuture.supplyAsync(
                    () -> profile(Tokens.doctor(doctor)).statusCode(), AT_ONCE));
        }

        assertThat(reads.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(5);
        assertThat(reads.stream().map(CompletableFuture::join).filter(status -> status == 403))
                .hasSize(15);
    }

    @Test
    void judgesForOtherServicesByTheCallersOwnToken() {
        String consent =
                asked(doctor, patient, Map.of("metrics", List.of("steps"), "max_reads", 1, "reads_per", "WEEK"));
        answered(patient, consent, "APPROVED");

        judge(Tokens.doctor(doctor), "WEARABLES", "READ")
                .then()
                .statusCode(200)
                .body("consent_id", equalTo(consent))
                .body("scope.metrics", equalTo(List.of("steps")))
                .body("scope.resolution", equalTo("RAW"))
                .body("reason", nullValue());
        judge(Tokens.doctor(doctor), "WEARABLES", "READ")
                .then()
                .statusCode(200)
                .body("consent_id", nullValue())
                .body("reason", equalTo("read limit reached"));
        judge(Tokens.doctor(UUID.randomUUID()), "WEARABLES", "READ").then().body("reason", equalTo("no consent"));
        judge(Tokens.patient(patient.patientId()), "WEARABLES", "READ").then().statusCode(403);
        as(Tokens.doctor(doctor))
                .get("/internal/v1/patients/" + patient.patientId())
                .then()
                .statusCode(200);
        as(Tokens.doctor(doctor))
                .get("/internal/v1/patients/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void aDoctorWhoBreaksTheGlassSeesEverythingForAWhileAndThePatientSeesWhoAndWhy() {
        String emergency = breakGlass(doctor, Map.of("reason", "Unconscious after an accident", "minutes", 30))
                .then()
                .statusCode(201)
                .body("request_type", equalTo("EMERGENCY_ACCESS"))
                .body("status", equalTo("APPROVED"))
                .body("purpose.code", equalTo("BTG"))
                .extract()
                .path("id");

        profile(Tokens.doctor(doctor)).then().statusCode(200);
        profile(Tokens.doctor(UUID.randomUUID())).then().statusCode(403);
        ConsentCalls.list(patient, "")
                .then()
                .body("id", hasItem(emergency))
                .body("[0].description", equalTo("Unconscious after an accident"));
        // no second clock starts while it runs
        breakGlass(doctor, Map.of("reason", "Unconscious after an accident"))
                .then()
                .statusCode(201)
                .body("id", equalTo(emergency));

        answered(patient, emergency, "REVOKED");
        profile(Tokens.doctor(doctor)).then().statusCode(403);
    }

    @Test
    void anEmergencyEndsByItself() {
        String emergency = breakGlass(doctor, Map.of("reason", "Unconscious after an accident"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        letExpire(emergency);

        profile(Tokens.doctor(doctor)).then().statusCode(403);
        answer(patient, emergency, "APPROVED").then().statusCode(409);
        breakGlass(doctor, Map.of("reason", "Again unconscious, again an accident"))
                .then()
                .statusCode(201);
    }

    @Test
    void nobodyBreaksTheGlassWithoutAReasonOrAName() {
        breakGlass(doctor, Map.of()).then().statusCode(422);
        breakGlass(doctor, Map.of("reason", "because")).then().statusCode(422);
        breakGlass(doctor, Map.of("reason", "Unconscious after an accident", "minutes", 100_000))
                .then()
                .statusCode(422);
        emergency(Tokens.patient(patient.patientId())).then().statusCode(403);
        emergency(Tokens.hospitalAdmin(UUID.randomUUID())).then().statusCode(403);
        emergency(Tokens.doctorToken(doctor).claim("verified", false).sign())
                .then()
                .statusCode(403);
        as(Tokens.doctor(doctor))
                .body(Map.of("reason", "Unconscious after an accident"))
                .post("/api/v1/patients/" + UUID.randomUUID() + "/emergency-access")
                .then()
                .statusCode(404);
        asked(doctor, patient, Map.of());
        Map<String, Object> disguised = new java.util.HashMap<>(ConsentCalls.requestOf(doctor, patient));
        disguised.put("request_type", "emergency_access");
        ConsentCalls.ask(doctor, disguised).then().statusCode(422);
        profile(Tokens.doctor(doctor)).then().statusCode(403);
    }

    private Response breakGlass(UUID by, Map<String, Object> body) {
        return as(Tokens.doctor(by)).body(body).post("/api/v1/patients/" + patient.patientId() + "/emergency-access");
    }

    private Response emergency(String token) {
        return as(token)
                .body(Map.of("reason", "Unconscious after an accident"))
                .post("/api/v1/patients/" + patient.patientId() + "/emergency-access");
    }

    private Response profile(String token) {
        return as(token).get("/api/v1/patients/" + patient.patientId() + "/profile");
    }

    private Response judge(String token, String category, String action) {
        return as(token)
                .body(Map.of(
                        "patient_id",
                        patient.patientId(),
                        "category",
                        category,
                        "action",
                        action,
                        "resource",
                        "wearables/today",
                        "metrics",
                        List.of(),
                        "resolution",
                        "DAILY"))
                .post("/internal/v1/access-decisions");
    }
}
