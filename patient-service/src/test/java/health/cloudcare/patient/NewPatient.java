package health.cloudcare.patient;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.patient.aadhaar.AadhaarNumber;
import health.cloudcare.testkit.token.Tokens;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

/** A person about to be registered, with an Aadhaar number nobody else in this run has. */
public record NewPatient(UUID patientId, UUID accountId, String aadhaar, Map<String, Object> body) {

    private static final Instant NOW = Instant.parse("2025-11-19T05:50:01Z");

    public static NewPatient aPatient() {
        UUID account = UUID.randomUUID();
        String aadhaar = freshAadhaar();
        Map<String, Object> body = new HashMap<>();
        body.put("account_id", account);
        body.put("aadhar_number", aadhaar);
        body.put("email", "asha.rao@example.org");
        body.put("first_name", "Asha");
        body.put("last_name", "Rao");
        body.put("date_of_birth", "1990-04-05");
        body.put("gender", "female");
        body.put("blood_group", "O+");
        body.put("phone_primary", "+919876543210");
        body.put("address_line1", "12 MG Road");
        body.put("city", "Bengaluru");
        body.put("state", "Karnataka");
        body.put("postal_code", "560001");
        body.put("emergency_contact_name", "Ravi Rao");
        body.put("emergency_contact_phone", "+919876543211");
        body.put("emergency_contact_relation", "Brother");
        body.put("height_cm", 162.5);
        body.put("allergies", List.of("Penicillin"));
        return new NewPatient(UUID.randomUUID(), account, aadhaar, body);
    }

    public NewPatient with(String member, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return new NewPatient(patientId, accountId, aadhaar, changed);
    }

    /** What the other sign-ups know of a person. */
    public NewPatient knownOnlyBy(String... members) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.keySet().retainAll(Set.of(members));
        changed.put("account_id", accountId);
        return new NewPatient(patientId, accountId, aadhaar, changed);
    }

    public NewPatient without(String member) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.remove(member);
        return new NewPatient(patientId, accountId, aadhaar, changed);
    }

    /** The same person on a second attempt: other ids. */
    public NewPatient again() {
        UUID account = UUID.randomUUID();
        Map<String, Object> changed = new HashMap<>(body);
        changed.put("account_id", account);
        return new NewPatient(UUID.randomUUID(), account, aadhaar, changed);
    }

    public Response register() {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .body(body)
                .put("/internal/v1/patients/" + patientId);
    }

    public Response cancel() {
        return given().auth().oauth2(Tokens.service()).delete("/internal/v1/patients/" + patientId);
    }

    public Response profile() {
        return given().auth()
                .oauth2(Tokens.patient(accountId, patientId))
                .get("/api/v1/patients/" + patientId + "/profile");
    }

    /** Profile made, account not active yet. */
    public NewPatient provisional() {
        register().then().statusCode(200);
        return this;
    }

    /** Profile made and account active. */
    public NewPatient registered() {
        provisional();
        AccountTopic.send(accountRegistered());
        Tables.awaitTrue("SELECT status = 'REGISTERED' FROM patients WHERE id = ?", patientId);
        return this;
    }

    /** The same event each time. */
    public AccountRegistered accountRegistered() {
        UUID eventId = UUID.nameUUIDFromBytes(("registered " + accountId).getBytes(UTF_8));
        return new AccountRegistered(eventId, NOW, accountId, "PATIENT", patientId, null, null);
    }

    /** The same event each time. */
    public AccountDeleted accountDeleted() {
        UUID eventId = UUID.nameUUIDFromBytes(("deleted " + accountId).getBytes(UTF_8));
        return new AccountDeleted(eventId, NOW, accountId, "PATIENT", patientId, null, null);
    }

    public Response signInByAadhaar() {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .body(Map.of("aadhar_number", aadhaar))
                .post("/internal/v1/aadhaar-sign-ins");
    }

    private static String freshAadhaar() {
        String start = Long.toString(ThreadLocalRandom.current().nextLong(20_000_000_000L, 99_999_999_999L));
        for (int digit = 0; ; digit++) {
            try {
                AadhaarNumber.parse(start + digit);
                return start + digit;
            } catch (IllegalArgumentException notTheCheckDigit) {
                continue;
            }
        }
    }
}
