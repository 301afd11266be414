package health.cloudcare.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static health.cloudcare.auth.NewPerson.post;
import static io.restassured.RestAssured.given;

/** Somebody about to register with an e-mail address and a user name that nobody else in this run has. */
public record EmailPerson(String username, String email, Map<String, Object> body) {

    public static final String PASSWORD = "seven green lanterns";

    public static EmailPerson aPerson() {
        String username = "asha." + UUID.randomUUID().toString().substring(0, 18);
        String email = username + "@example.org";
        Map<String, Object> body = new HashMap<>();
        body.put("username", username);
        body.put("email", email);
        body.put("mobile", "9876543210");
        body.put("password", PASSWORD);
        body.put("first_name", "Asha");
        body.put("last_name", "Rao");
        return new EmailPerson(username, email, body);
    }

    public EmailPerson with(String member, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return new EmailPerson(username, email, changed);
    }

    public Response register() {
        return post("/auth/register", body);
    }

    public Response verify(String code) {
        return post("/auth/verify-otp", Map.of("email", email, "otp", code));
    }

    public Response registered(FakeNotificationService notifications) {
        register().then().statusCode(200);
        Response verified = verify(notifications.codeFor(email));
        verified.then().statusCode(200);
        return verified;
    }

    public Response logIn(String name, String password) {
        return post("/auth/login", Map.of("username", name, "password", password));
    }

    public Response logIn() {
        return logIn(email, PASSWORD);
    }

    /** An access token of the administrator of tests. */
    public static String administrator() {
        return post("/auth/login", Map.of("username", "admin@example.org", "password", "administrator-of-tests"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
