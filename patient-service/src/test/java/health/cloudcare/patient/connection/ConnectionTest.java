package health.cloudcare.patient.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionEvent;
import health.cloudcare.contracts.ConnectionRemoved;
import health.cloudcare.contracts.ConnectionRequested;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.AccountTopic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.OtherServices;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Patients ask doctors for a connection; from then on the doctor knows the name, and nothing else. */
@QuarkusTest
@QuarkusTestResource(OtherServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class ConnectionTest {

    private static final Executor AT_ONCE = Executors.newVirtualThreadPerTaskExecutor();

    OtherServices others;

    private final UUID doctor = UUID.randomUUID();
    private final UUID doctorAccount = UUID.randomUUID();
    private NewPatient patient;

    @BeforeEach
    void aDoctorAndAPatient() {
        others.forget();
        know(true);
        patient = aPatient().registered();
    }

    @Test
    void aRequestIsSeenByBothAndAcceptedByTheDoctor() {
        String request = request("{\"additional_note\": \"Knee\"}")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("detail", notNullValue())
                .body("timestamp", notNullValue())
                .extract()
                .path("request_id");
        request(null).then().spec(problem(409, "ALREADY_REQUESTED"));
        asDoctor()
                .get("/protected/user/getConnectionRequests")
                .then()
                .statusCode(200)
                .body("incoming._id", contains(request))
                .body("incoming[0].patient_id", equalTo(patient.patientId().toString()))
                .body("incoming[0].metadata.patient_name", equalTo("Asha Rao"))
                .body("incoming[0].metadata.additional_note", equalTo("Knee"))
                .body("incoming[0].status", equalTo("PENDING"))
                .body("outgoing", empty())
                .body("connection_requests", hasSize(1));
        asPatient()
                .get("/protected/user/getConnectionRequests")
                .then()
                .body("outgoing.id", contains(request))
                .body("outgoing[0].metadata.doctor_name", equalTo("Dr. Meera Iyer"))
                .body("incoming", empty());

        asDoctor()
                .post("/protected/user/acceptConnectionRequest/" + request)
                .then()
                .statusCode(200)
                .body("connection.connection_id", equalTo(request))
                .body("connection.doctor_id", equalTo(doctor.toString()))
                .body("connection.patient_id", equalTo(patient.patientId().toString()))
                .body("connection.created_at", notNullValue())
                .body("data.connection.connection_id", equalTo(request));

        asDoctor()
                .post("/protected/user/acceptConnectionRequest/" + request)
                .then()
                .spec(problem(409));
        request(null).then().spec(problem(409, "ALREADY_CONNECTED"));
        asDoctor()
                .get("/internal/v1/connections")
                .then()
                .body("peer_name", contains("Asha Rao"))
                .body("peer_type", contains("PATIENT"));
        asPatient().get("/internal/v1/connections").then().body("peer_name", contains("Dr. Meera Iyer"));
        // the name, and nothing else
        asDoctor()
                .body(Map.of(
                        "patient_ids",
                        List.of(patient.patientId()),
                        "resource",
                        "doctors/patients",
                        "full_for",
                        List.of(patient.patientId())))
                .post("/internal/v1/patients/cards")
                .then()
                .statusCode(200)
                .body("name", contains("Asha Rao"))
                .body("[0].age", nullValue());
    }

    @Test
    void eitherSideEndsAConnectionByItsIdOrByTheOther() {
        String first = connected();
        asDoctor()
                .post("/protected/user/deleteConnection/" + patient.patientId())
                .then()
                .statusCode(200);
        String second = connected();
        asPatient()
                .post("/protected/user/deleteConnection/" + doctorAccount)
                .then()
                .statusCode(200);
        String third = connected();
        asPatient()
                .post("/protected/user/deleteConnection/" + third)
                .then()
                .statusCode(200)
                .body("success", equalTo(true));

        asPatient().post("/protected/user/deleteConnection/" + third).then().spec(problem(404, "CONNECTION_NOT_FOUND"));
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        List<ConnectionEvent> told = told(9);
        assertThat(told.subList(6, 9))
                .extracting(Object::getClass)
                .containsExactly(ConnectionRequested.class, ConnectionAccepted.class, ConnectionRemoved.class);
        assertThat(told.subList(6, 9)).extracting(ConnectionEvent::version).containsExactly(1, 2, 3);
    }

    @Test
    void onlyThePartiesAnswerAndWithdraw() {
        String request = request(null).path("request_id");
        String other = Tokens.doctor(UUID.randomUUID());
        String stranger = Tokens.patient(UUID.randomUUID());

        for (String call : List.of("acceptConnectionRequest/", "rejectConnectionRequest/")) {
            as(other).post("/protected/user/" + call + request).then().spec(problem(404, "REQUEST_NOT_FOUND"));
            asPatient().post("/protected/user/" + call + request).then().spec(problem(403, "ACCESS_DENIED"));
            given().post("/protected/user/" + call + request).then().spec(problem(401));
        }
        as(stranger)
                .post("/protected/user/deletePendingRequest/" + request)
                .then()
                .spec(problem(404, "REQUEST_NOT_FOUND"));
        asDoctor()
                .post("/protected/user/deletePendingRequest/" + request)
                .then()
                .spec(problem(403));
        as(stranger).post("/protected/user/deleteConnection/" + request).then().spec(problem(404));
        asDoctor().post("/protected/user/connectionRequest/" + doctor).then().spec(problem(403));
        asPatient().post("/protected/user/connectionRequest/nobody").then().spec(problem(422));
        request("{\"additional_note\": \"" + "x".repeat(201) + "\"}").then().spec(problem(422));
        String unverified = Tokens.doctorToken(doctor).claim("verified", false).sign();
        as(unverified)
                .post("/protected/user/acceptConnectionRequest/" + request)
                .then()
                .spec(problem(403));

        asPatient()
                .post("/protected/user/deletePendingRequest/" + request)
                .then()
                .statusCode(200);
        asDoctor()
                .post("/protected/user/acceptConnectionRequest/" + request)
                .then()
                .spec(problem(409));
        String rejected = request(null).path("request_id");
        asDoctor()
                .post("/protected/user/rejectConnectionRequest/" + rejected)
                .then()
                .statusCode(200);
        asPatient().get("/protected/user/getConnectionRequests").then().body("outgoing", empty());
    }

    @Test
    void doctorsWhoAreUnknownOrUnverifiedCannotBeAsked() {
        know(false);
        request(null).then().spec(problem(404, "USER_NOT_FOUND"));
        others.answer("/internal/v1/doctors/cards", 200, "[]");
        request(null).then().spec(problem(404, "USER_NOT_FOUND"));
        others.answer("/internal/v1/doctors/cards", 503, "{}");
        request(null).then().spec(problem(503, "UNAVAILABLE"));
    }

    @Test
    void ofManyRequestsAtOnceOneIsMade() {
        List<Integer> statuses = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> request(null).statusCode(), AT_ONCE))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void whoLeavesIsConnectedWithNobody() {
        String connection = connected();
        AccountTopic.send(
                new AccountDeleted(Instant.parse("2025-12-01T10:00:00Z"), doctorAccount, "DOCTOR", null, doctor, null));
        Tables.awaitTrue("SELECT status = 'REMOVED' FROM connections WHERE id = ?", UUID.fromString(connection));
        String second = connected();

        AccountTopic.send(patient.accountDeleted());

        Awaitility.await()
                .until(() -> Tables.one(
                                Long.class,
                                "SELECT count(*) FROM connections WHERE patient_id = ?",
                                patient.patientId())
                        == 0);
        assertThat(told(6)).last().isInstanceOfSatisfying(ConnectionRemoved.class, removed -> assertThat(
                        removed.connectionId())
                .hasToString(second));
    }

    private String connected() {
        String request = request(null).then().statusCode(200).extract().path("request_id");
        asDoctor()
                .post("/protected/user/acceptConnectionRequest/" + request)
                .then()
                .statusCode(200);
        return request;
    }

    private Response request(String body) {
        RequestSpecification call = asPatient();
        return (body == null ? call : call.body(body)).post("/protected/user/connectionRequest/" + doctor);
    }

    private void know(boolean verified) {
        others.answer("/internal/v1/doctors/cards", 200, """
                [{"doctor_id": "%s", "account_id": "%s", "name": "Dr. Meera Iyer", "specialization": "", "verified": %s}]""".formatted(doctor, doctorAccount, verified));
    }

    private List<ConnectionEvent> told(int count) {
        try (KafkaRecords records = KafkaRecords.of(Topic.CONNECTION)) {
            return records.await(withKey(patient.patientId().toString()), count).stream()
                    .map(record -> (ConnectionEvent)
                            EventJson.read(record.value(), kind(KafkaRecords.header(record, "ce_type"))))
                    .toList();
        }
    }

    private static Class<? extends ConnectionEvent> kind(String type) {
        return switch (type) {
            case ConnectionRequested.TYPE -> ConnectionRequested.class;
            case ConnectionAccepted.TYPE -> ConnectionAccepted.class;
            case ConnectionRemoved.TYPE -> ConnectionRemoved.class;
            default -> throw new AssertionError(type);
        };
    }

    private RequestSpecification asPatient() {
        return as(Tokens.patient(patient.accountId(), patient.patientId()));
    }

    private RequestSpecification asDoctor() {
        return as(Tokens.doctor(doctor));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
