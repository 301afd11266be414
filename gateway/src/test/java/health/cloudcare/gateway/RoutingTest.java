package health.cloudcare.gateway;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
class RoutingTest {

    private static final UUID PATIENT = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/auth/login",
        "POST, /api/v1/auth/refresh",
        "POST, /api/v1/auth/signup/patient",
        "POST, /api/v1/auth/register/patient",
        "POST, /api/v1/auth/register",
        "POST, /api/v1/auth/register/",
        "POST, /auth/signup",
        "POST, /auth/signup/",
        "POST, /auth/signup/verify/42",
        "POST, /auth/signup/verify/42/",
        "POST, /auth/signup/resendotp",
        "POST, /auth/signin",
        "POST, /auth/signin/verify/42",
        "POST, /auth/signin/resendotp",
        "POST, /auth/register",
        "POST, /auth/verify-otp",
        "POST, /auth/login",
        "POST, /auth/login/",
        "POST, /auth/forgot-password",
        "POST, /auth/reset-password",
        "POST, /auth/generate-otp",
        "POST, /auth/send-otp",
        "POST, /auth/validate-token",
        "POST, /auth/signout",
        "GET, /.well-known/jwks.json",
        "GET, /outbox",
        "GET, /outbox/",
        "GET, /api/v1/hospitals",
        "GET, /api/v1/hospitals/",
        "GET, /api/v1/wearables/import/apple-health"
    })
    void passesOpenCallsWithoutToken(String method, String path) {
        given().urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(200)
                .body("uri", equalTo(path));
    }

    @Test
    void answersTheConnectionTestOfTheSyncApp() {
        given().head("/api/v1/wearables/import/apple-health").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/auth/login",
        "GET, /api/v1/auth/me",
        "GET, /api/v1/auth/profile",
        "GET, /api/v1/auth/register",
        "POST, /auth/logout",
        "POST, /auth/logout-all/",
        "GET, /auth/sessions",
        "GET, /auth/sessions/",
        "DELETE, /auth/sessions/42",
        "GET, /admin/pending-users",
        "GET, /api/v1/admin/accounts",
        "POST, /api/v1/auth/signup/patient/more",
        "POST, /api/v1/hospitals/",
        "GET, /api/v1/hospitals/search",
        "POST, /api/v1/wearables/import/apple-health",
        "GET, /api/v1/patients/1/profile"
    })
    void asksForTokenWhereNoneIs(String method, String path) {
        given().request(method, path)
                .then()
                .spec(problem(401, "AUTH_FAILED"))
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void refusesTokensThatAreNotValidHere() {
        refusedToken(Tokens.expiredPatient(PATIENT));
        refusedToken(Tokens.patientWithWrongAudience(PATIENT));
        refusedToken(Tokens.patientSignedByStranger(PATIENT));
        refusedToken(Tokens.unsignedNonePatient(PATIENT));
        refusedToken(Tokens.service());
        refusedToken("nonsense");
        refusedToken("e30.e30.e30");
    }

    private static void refusedToken(String token) {
        given().auth().oauth2(token).get("/api/v1/patients/1").then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void passesRequestOnAsItCame() {
        String token = Tokens.patient(PATIENT);

        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .body("a body")
                .post("/api/v1/patients/1/profile?days=30&tz=Asia%2FKolkata")
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/api/v1/patients/1/profile?days=30&tz=Asia%2FKolkata"))
                .body("body", equalTo("a body"))
                .body("headers.authorization", equalTo("Bearer " + token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/patients",
                "/api/v1/internal/v1/patients",
                "/api/v1/unknown",
                "/auth",
                "/auth/unknown",
                "/auth/login",
                "/auth/signup/verify/",
                "/auth/signup/verify/42",
                "/auth/sessions/42",
                "/protected/user/deleteProfile",
                "/protected/user/files",
                "/administration",
                "/test/other",
                "/test/../internal",
                "/outbox/42",
                "/api/v1/hospitalsandmore",
                "/api/v2/hospitals",
                "/api/v1/auth/../../internal/v1/accounts",
                "/api/v1/auth/%2e%2e/%2e%2e/internal/v1/accounts",
                "/api/v1/auth/..%2f..%2finternal/v1/accounts",
                "/api/v1/hospitals;x=1/../internal",
                "//internal/v1/patients",
                "/q"
            })
    void knowsNothingBesideTheRouteTable(String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.patient(PATIENT))
                .get(path)
                .then()
                .spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void takesNoClientsWordForWhoItIs() {
        given().header("X-User-Id", "1")
                .header("X-Patient-Id", "2")
                .header("X-Forwarded-For", "10.1.2.3")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Real-IP", "10.1.2.3")
                .header("Forwarded", "for=10.1.2.3")
                .header("Connection", "X-Secret-Hop")
                .header("X-Secret-Hop", "1")
                .header("X-Device", "kept")
                .get("/api/v1/hospitals")
                .then()
                .body("headers", not(hasKey("x-user-id")))
                .body("headers", not(hasKey("x-patient-id")))
                .body("headers", not(hasKey("x-real-ip")))
                .body("headers", not(hasKey("forwarded")))
                .body("headers", not(hasKey("x-secret-hop")))
                .body("headers.x-device", equalTo("kept"))
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-host", matchesPattern("localhost:\\d+"));
    }

    @Test
    void keepsUsableRequestIdAndReplacesOthers() {
        given().header("X-Request-Id", "from-the-app-1")
                .get("/api/v1/hospitals")
                .then()
                .header("X-Request-Id", equalTo("from-the-app-1"))
                .body("headers.x-request-id", equalTo("from-the-app-1"));
        given().header("X-Request-Id", "forged line=1")
                .get("/api/v1/unknown")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void letsBrowsersOfConfiguredOriginsCall() {
        given().header("Origin", "https://app.cloudcare.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("https://app.cloudcare.example"));
        given().header("Origin", "https://elsewhere.example")
                .get("/api/v1/hospitals")
                .then()
                .statusCode(403);
    }

    @Test
    void leadsNobodyPastItself() {
        given().auth()
                .oauth2(Tokens.patient(PATIENT))
                .post("/api/v1/documents/created")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/documents/7"));
    }

    @Test
    void tellsWhenServiceIsDown() {
        given().auth()
                .oauth2(Tokens.patient(PATIENT))
                .get("/api/v1/doctors/1/profile")
                .then()
                .spec(problem(503, "UNAVAILABLE"))
                .header("Retry-After", notNullValue());
    }

    @Test
    void tellsWhenServiceDoesNotAnswer() {
        given().auth()
                .oauth2(Tokens.patient(PATIENT))
                .get("/api/v1/documents/silent")
                .then()
                .spec(problem(504, "GATEWAY_TIMEOUT"))
                .header("Retry-After", notNullValue());
    }

    @Test
    void tellsHealthOfTheSuite() {
        given().get("/api/v1/health")
                .then()
                .statusCode(503)
                .body("status", equalTo("unhealthy"))
                .body("version", equalTo("1.0"))
                .body("services.postgresql", equalTo("connected"))
                .body("services.mongodb", equalTo("connected"))
                .body("services.redis", equalTo("connected"))
                .body("components.doctor", equalTo("unavailable"))
                .body("components.auth", equalTo("ready"));
        given().get("/health").then().body("status", equalTo("unhealthy"));
        given().get("/").then().statusCode(200).body("status", equalTo("running"));
    }

    @Test
    void showsTheDocumentOfEachService() {
        given().get("/docs").then().statusCode(200);
        given().get("/docs/openapi/patient").then().statusCode(200).body("openapi", equalTo("3.1.0"));
        given().get("/docs/openapi/doctor").then().spec(problem(503, "UNAVAILABLE"));
        given().get("/docs/openapi/nobody").then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void showsPageToTryLocalInstallationOutThatRunsNothingButItsOwnScript() {
        for (String path : List.of("/test", "/test/")) {
            given().redirects()
                    .follow(false)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .header("Content-Security-Policy", containsString("script-src 'self'"))
                    .body(containsString("/test/page.js"))
                    .body(not(containsString("<script>")));
        }
        given().get("/test/page.js").then().statusCode(200).contentType("text/javascript");
        given().get("/test/page.css").then().statusCode(200).contentType("text/css");
    }

    @Test
    void refusesNullCharacterInQuery() {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.systemAdmin())
                .get("/api/v1/admin/accounts?name=a%00")
                .then()
                .spec(problem(422, "VALIDATION_ERROR"));
    }

    @Test
    void keepsPathsOutOfMetrics() {
        given().auth().oauth2(Tokens.patient(PATIENT)).get("/api/v1/patients/" + PATIENT);
        given().auth().oauth2(Tokens.patient(PATIENT)).delete("/auth/sessions/" + PATIENT);
        given().delete("/auth/sessions/" + PATIENT);
        given().post("/auth/signup/verify/" + PATIENT);
        given().get("/auth/nothing/" + PATIENT);

        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics).doesNotContain(PATIENT.toString());
    }
}
