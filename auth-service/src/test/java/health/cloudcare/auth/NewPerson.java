package health.cloudcare.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;

/** Somebody about to sign up, whom nobody else in this run is. */
public record NewPerson(String email, String aadhaar, Map<String, Object> body) {

    public static final String PASSWORD = "correct horse battery";

    public static NewPerson aPerson() {
        String email = "asha." + UUID.randomUUID() + "@example.org";
        String aadhaar = Long.toString(ThreadLocalRandom.current().nextLong(200_000_000_000L, 999_999_999_999L));
        Map<String, Object> body = new HashMap<>();
        body.put("email", email);
        body.put("password", PASSWORD);
        body.put("aadhar_number", aadhaar);
        body.put("first_name", "Asha");
        body.put("last_name", "Rao");
        body.put("date_of_birth", "1990-04-05");
        body.put("gender", "FEMALE");
        body.put("phone_primary", "+919876543210");
        body.put("address_line1", "12 MG Road");
        body.put("city", "Bengaluru");
        body.put("state", "Karnataka");
        body.put("postal_code", "560001");
        body.put("emergency_contact_name", "Ravi Rao");
        body.put("emergency_contact_phone", "+919876543211");
        body.put("emergency_contact_relation", "Brother");
        body.put("time_zone", "Asia/Kolkata");
        return new NewPerson(email, aadhaar, body);
    }

    public NewPerson with(String member, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return new NewPerson(email, aadhaar, changed);
    }

    public Response signUp() {
        return post("/api/v1/auth/signup/patient", body);
    }

    public Response signedUp() {
        Response response = signUp();
        response.then().statusCode(201);
        return response;
    }

    public Response logIn(String password) {
        return post("/api/v1/auth/login", Map.of("email", email, "password", password));
    }

    public static Response post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }
}
