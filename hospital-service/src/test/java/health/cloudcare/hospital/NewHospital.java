package health.cloudcare.hospital;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import health.cloudcare.testkit.token.Tokens;

import static io.restassured.RestAssured.given;

/** A hospital about to be registered, with a name and numbers no other in this run has. */
public record NewHospital(UUID hospitalId, UUID accountId, Map<String, Object> body) {

    public static NewHospital aHospital() {
        UUID account = UUID.randomUUID();
        String unique = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        Map<String, Object> body = new HashMap<>();
        body.put("account_id", account);
        body.put("name", "Hospital " + unique);
        body.put("registration_no", "REG-" + unique);
        body.put("license_no", "LIC-" + unique);
        body.put("phone_primary", "+918012345678");
        body.put("address_line1", "12 MG Road");
        body.put("city", "Mysuru");
        body.put("state", "Karnataka");
        body.put("postal_code", "570001");
        body.put("facility_type", "general_hospital");
        body.put("total_beds", 120);
        body.put("icu_beds", 12);
        body.put("specializations", List.of("Cardiology"));
        return new NewHospital(UUID.randomUUID(), account, body);
    }

    public NewHospital with(String member, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return new NewHospital(hospitalId, accountId, changed);
    }

    public NewHospital without(String... members) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.keySet().removeAll(List.of(members));
        return new NewHospital(hospitalId, accountId, changed);
    }

    /** The same hospital on a second attempt: other ids. */
    public NewHospital again() {
        UUID account = UUID.randomUUID();
        Map<String, Object> changed = new HashMap<>(body);
        changed.put("account_id", account);
        return new NewHospital(UUID.randomUUID(), account, changed);
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

    /** Registers it, and returns the code it got. */
    public String registeredCode() {
        return register().then().statusCode(200).extract().path("hospital_code");
    }

    public NewHospital registered() {
        registeredCode();
        return this;
    }

    public String name() {
        return text("name");
    }

    public String text(String member) {
        return String.valueOf(body.get(member));
    }

    public String path() {
        return "/internal/v1/hospitals/" + hospitalId;
    }
}
