package health.cloudcare.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.restassured.response.Response;

import static health.cloudcare.auth.NewPerson.post;
import static io.restassured.RestAssured.given;

/** Somebody with a telephone that nobody else in this run has. */
public record PhonePerson(String number, String role) {

    public static PhonePerson aPatient() {
        return new PhonePerson(number10(), "patient");
    }

    public static PhonePerson aDoctor() {
        return new PhonePerson(number10(), "doctor");
    }

    private static String number10() {
        return "9" + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
    }

    public String phone() {
        return "+91" + number;
    }

    public Response signUp() {
        return signUpAs("Asha Rao");
    }

    public Response signUpAs(String name) {
        return post("/auth/signup", Map.of("phone", number, "name", name, "role", role));
    }

    public Response signIn() {
        return post("/auth/signin", Map.of("phone", number, "country_code", 91));
    }

    public Response sendAgain(String what) {
        return post("/auth/" + what + "/resendotp", Map.of("phone", number, "country_code", 91));
    }

    public Response verify(String what, String id, String code) {
        Map<String, Object> body = new HashMap<>();
        body.put("otp", code);
        return post("/auth/" + what + "/verify/" + id, body);
    }

    /** Signed up by the code that came. */
    public Response signedUp(FakeNotificationService notifications) {
        Response started = signUp();
        started.then().statusCode(200);
        Response verified = verify("signup", started.path("id"), notifications.codeFor(phone()));
        verified.then().statusCode(200);
        return verified;
    }

    /** As the gateway does with the cookie. */
    public static String tokenOf(Response signedIn) {
        return post("/internal/v1/cookie-sessions", Map.of("cookie", signedIn.getCookie("session_id")))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    public static Response sessionDetail(String token) {
        return given().auth().oauth2(token).get("/protected/user/sessionDetail");
    }
}
