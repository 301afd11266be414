package health.cloudcare.patient.consent;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.token.Tokens;

import static io.restassured.RestAssured.given;

/** What doctors, hospitals and patients do about consents. */
final class ConsentCalls {

    static final String PATH = "/api/v1/consents";

    /** The common pool has one thread on a small machine, and nothing would happen at the same moment. */
    static final Executor AT_ONCE = Executors.newVirtualThreadPerTaskExecutor();

    private ConsentCalls() {}

    /** As the app sends it. */
    static Map<String, Object> requestOf(UUID doctorId, NewPatient patient) {
        Map<String, Object> body = new HashMap<>();
        body.put("patient_id", patient.patientId());
        body.put("doctor_id", doctorId);
        body.put("facility_name", "Dr. Meera Iyer");
        body.put("request_type", "DATA_ACCESS");
        body.put("expires_in_days", 90);
        return body;
    }

    static Response ask(UUID doctorId, Map<String, Object> body) {
        return as(Tokens.doctor(doctorId)).body(body).post(PATH + "/request");
    }

    /** The id of a new request. */
    static String asked(UUID doctorId, NewPatient patient, Map<String, Object> more) {
        Map<String, Object> body = requestOf(doctorId, patient);
        body.putAll(more);
        return ask(doctorId, body).then().statusCode(201).extract().path("id");
    }

    static String asked(NewPatient patient) {
        return asked(UUID.randomUUID(), patient, Map.of());
    }

    static Response answer(NewPatient patient, String consent, String status) {
        return answer(patient, consent, Map.of("status", status));
    }

    static Response answer(NewPatient patient, String consent, Map<String, ?> body) {
        return as(token(patient)).body(body).patch(PATH + "/" + consent);
    }

    static void answered(NewPatient patient, String consent, String... statuses) {
        for (String status : statuses) {
            answer(patient, consent, status).then().statusCode(200);
        }
    }

    static Response list(NewPatient patient, String query) {
        return as(token(patient)).get(PATH + "/patient/" + patient.patientId() + query);
    }

    static Response canRevoke(NewPatient patient, String consent) {
        return as(token(patient)).get(PATH + "/" + consent + "/can-revoke");
    }

    static Response delete(NewPatient patient, String consent) {
        return as(token(patient)).delete(PATH + "/" + consent);
    }

    static String token(NewPatient patient) {
        return Tokens.patient(patient.accountId(), patient.patientId());
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Its time is up, a moment ago. */
    static void letExpire(String consent) {
        Tables.change(
                "UPDATE consents SET expires_at = now() - interval '1 second' WHERE id = ?", UUID.fromString(consent));
    }
}
