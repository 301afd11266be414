package health.cloudcare.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import health.cloudcare.testkit.token.Tokens;

import static io.restassured.RestAssured.given;

/** A doctor about to be registered, with a licence nobody else in this run has. */
public record NewDoctor(UUID doctorId, UUID accountId, String license, UUID hospitalId, Map<String, Object> body) {

    public static NewDoctor aDoctor() {
        UUID account = UUID.randomUUID();
        UUID hospital = UUID.randomUUID();
        String license = "KMC-" + UUID.randomUUID().toString().toUpperCase();
        Map<String, Object> body = new HashMap<>();
        body.put("account_id", account);
        body.put("medical_license_no", license);
        body.put("first_name", "Meera");
        body.put("last_name", "Iyer");
        body.put("phone_primary", "+919876543210");
        body.put("specialization", "Cardiology");
        body.put("qualifications", List.of("MBBS", "MD"));
        body.put("experience_years", 12);
        body.put("registration_year", 2013);
        body.put("registration_state", "Karnataka");
        body.put("consultation_fee", 750.50);
        body.put("hospital_id", hospital);
        body.put("hospital_code", "hc-b2631d");
        return new NewDoctor(UUID.randomUUID(), account, license, hospital, body);
    }

    /** As the surfaces sign a doctor up that know no more than a name. */
    public static NewDoctor aDoctorWithANameOnly() {
        NewDoctor doctor = aDoctor();
        Map<String, Object> body = Map.of("account_id", doctor.accountId, "first_name", "Meera");
        return new NewDoctor(doctor.doctorId, doctor.accountId, doctor.license, doctor.hospitalId, body);
    }

    public NewDoctor with(String member, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return new NewDoctor(doctorId, accountId, license, hospitalId, changed);
    }

    public NewDoctor without(String member) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.remove(member);
        return new NewDoctor(doctorId, accountId, license, hospitalId, changed);
    }

    /** The same person on a second attempt: other ids. */
    public NewDoctor again() {
        UUID account = UUID.randomUUID();
        Map<String, Object> changed = new HashMap<>(body);
        changed.put("account_id", account);
        return new NewDoctor(UUID.randomUUID(), account, license, hospitalId, changed);
    }

    public Response register() {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .body(body)
                .put(path());
    }

    public Response cancel() {
        return given().auth().oauth2(Tokens.service()).delete(path());
    }

    public NewDoctor registered() {
        register().then().statusCode(200);
        return this;
    }

    public String path() {
        return "/internal/v1/doctors/" + doctorId;
    }
}
