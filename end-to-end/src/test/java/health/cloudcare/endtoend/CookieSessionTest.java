package health.cloudcare.endtoend;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.PatientClient;

import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** AV-07 to AV-09, and what a cookie is good for: nothing but its own calls, from our own pages. */
@WithSuite
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CookieSessionTest {

    private final Suite suite;
    private final Gateway gateway;
    private final Telephone telephone;
    private final Browser browser;

    CookieSessionTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
        telephone = Telephone.with(suite);
        browser = telephone.signedUp();
    }

    @Test
    void theSessionIsShownInAllDocumentedForms() {
        Answer answer = browser.get(Browser.SESSION).expect(200);
        JsonNode session = answer.json();

        assertThat(session.path("user").isObject()).isTrue();
        assertThat(session.path("profile").isObject()).isTrue();
        assertThat(session.path("connections").isArray()).isTrue();
        assertThat(session.path("user_id").asText()).isNotBlank();
        assertThat(session.path("user_type").asText()).isEqualTo("PATIENT");
        assertThat(session.path("name").asText()).isEqualTo("Phone Patient");
        assertThat(session.path("phone").asText()).isEqualTo(telephone.international());
        assertThat(session.path("verified").asBoolean()).isTrue();
        assertThat(session.path("isLoggedIn").asBoolean()).isTrue();
        assertThat(session.path("createdAt").asText()).endsWith("Z");
        assertThat(session.path("data").path("user_id")).isEqualTo(session.path("user_id"));
        assertThat(session.path("timestamp").asText()).endsWith("Z");
        assertThat(answer.text()).doesNotContain(browser.cookie());
    }

    @Test
    void whoIsNotSignedInIsTold() {
        assertProblem(gateway.get(Browser.SESSION), 401, "NOT_AUTHENTICATED");
        assertProblem(gateway.send("POST", Browser.DELETE_PROFILE, Map.of()), 401, "NOT_AUTHENTICATED");
        assertProblem(new Browser(gateway, "made-up-by-somebody-else").get(Browser.SESSION), 401, "NOT_AUTHENTICATED");
    }

    @Test
    void signingOutEndsTheSessionAndMayBeRepeated() {
        Browser other = Telephone.with(suite).signedUp();

        for (Answer answer : List.of(
                other.post(Browser.SIGN_OUT),
                other.post(Browser.SIGN_OUT),
                gateway.send("POST", Browser.SIGN_OUT, Map.of()),
                new Browser(gateway, "made-up").post(Browser.SIGN_OUT))) {
            assertThat(answer.expect(200).json().path("success").asBoolean()).isTrue();
        }

        assertProblem(other.get(Browser.SESSION), 401, "NOT_AUTHENTICATED");
        assertThat(Browser.setCookie(other.post(Browser.SIGN_OUT)).toLowerCase(Locale.ROOT))
                .contains("session_id=;", "max-age=0", "path=/", "httponly", "secure", "samesite=strict");
    }

    @Test
    void aTokenSignsOutAsWell() {
        SignedIn patient = SignedIn.newPatient(gateway);

        patient.post(Browser.SIGN_OUT, Map.of()).expect(200);

        Revocation.awaitRefusal(gateway, patient.token());
        patient.post(Browser.SIGN_OUT, Map.of()).expect(200);
    }

    @Test
    void theCookieOpensNothingButItsOwnCalls() {
        for (String path : List.of(PatientClient.ME, "/auth/sessions", "/api/v1/auth/profile", PatientClient.DEVICES)) {
            assertProblem(browser.get(path), 401, "AUTH_FAILED");
        }
        assertProblem(browser.post("/auth/logout"), 401, "AUTH_FAILED");
        assertProblem(gateway.get(PatientClient.ME, Map.of(), browser.cookie()), 401, "AUTH_FAILED");
        browser.get(Browser.SESSION).expect(200);
    }

    /** Who has a phone and nothing else is not locked out of the other surfaces. */
    @Test
    void aPhoneAloneIsEnoughToAddAnAddressAndAPassword() {
        Browser phoneOnly = Telephone.with(suite).signedUp();
        String email = UUID.randomUUID() + "@cloudcare.example";
        String own = "/protected/user/identifiers";

        String id = phoneOnly
                .send("POST", own, Map.of("email", email))
                .expect(202)
                .json()
                .path("id")
                .asText();
        String code = await().until(() -> suite.outbox().codesTo(email), codes -> codes.size() == 1)
                .getFirst();
        phoneOnly.send("POST", own + "/" + id + "/verify", Map.of("otp", code)).expect(200);
        phoneOnly
                .send("PUT", "/protected/user/password", Map.of("new_password", "paper boat 42"))
                .expect(200);

        SignedIn.loggedIn(gateway, Map.of("email", email, "password", "paper boat 42"));
        assertProblem(phoneOnly.send("POST", own, Map.of("username", "somebody_else")), 422, "VALIDATION_ERROR");
    }

    @Test
    void twoCredentialsAreNone() {
        SignedIn patient = SignedIn.newPatient(gateway);
        Browser other = Telephone.with(suite).signedUp();

        Answer withToken = gateway.send(
                "GET",
                Browser.SESSION,
                Map.of("Cookie", "session_id=" + browser.cookie(), "Authorization", "Bearer " + patient.token()));
        Answer withTwoCookies = gateway.send(
                "GET",
                Browser.SESSION,
                Map.of("Cookie", "session_id=" + browser.cookie() + "; session_id=" + other.cookie()));

        assertProblem(withToken, 401, "NOT_AUTHENTICATED");
        assertProblem(withTwoCookies, 401, "NOT_AUTHENTICATED");
        patient.get(Browser.SESSION).expect(200);
    }

    @Test
    void aPageOfAnotherSiteCannotActWithTheCookie() {
        Browser victim = Telephone.with(suite).signedUp();
        URI own = gateway.base();

        for (Map<String, String> headers : List.of(
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Origin", own.getScheme() + "://" + own.getHost() + ":1"),
                Map.of("Sec-Fetch-Site", "cross-site"))) {
            assertProblem(victim.post(Browser.DELETE_PROFILE, headers), 403, "ACCESS_DENIED");
            assertProblem(victim.post(Browser.SIGN_OUT, headers), 403, "ACCESS_DENIED");
        }

        victim.get(Browser.SESSION).expect(200);
        victim.post(Browser.SIGN_OUT, Map.of("Origin", own.toString(), "Sec-Fetch-Site", "same-origin"))
                .expect(200);
    }

    @Test
    void whoDeletesTheirProfileIsGoneAndMayComeBack() {
        Telephone leaving = Telephone.with(suite);
        Browser first = leaving.signedUp();
        Browser second = leaving.signedIn();
        String patientId = first.get(Browser.SESSION)
                .json()
                .path("profile")
                .path("patient_id")
                .asText();

        Answer answer = first.post(Browser.DELETE_PROFILE).expect(200);

        assertThat(answer.json().path("success").asBoolean()).isTrue();
        assertThat(answer.json().path("message").asText()).isNotBlank();
        assertThat(Browser.setCookie(answer)).contains("session_id=;");
        await().atMost(Revocation.LIMIT)
                .pollInterval(Revocation.LOOK)
                .untilAsserted(() -> assertProblem(second.get(Browser.SESSION), 401, "NOT_AUTHENTICATED"));
        assertProblem(leaving.signIn(), 404, "USER_NOT_FOUND");
        await().atMost(Imports.PATIENCE).pollInterval(Imports.LOOK).untilAsserted(() -> assertThat(
                        suite.stores().select("patient", "SELECT id::text FROM patients WHERE id = ?::uuid", patientId))
                .isEmpty());
        leaving.signedUp().get(Browser.SESSION).expect(200);
    }
}
