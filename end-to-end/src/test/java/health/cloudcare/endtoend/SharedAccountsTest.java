package health.cloudcare.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;

import static health.cloudcare.endtoend.Problems.assertInvalid;
import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Four surfaces, one account. */
@WithSuite
@Order(4)
class SharedAccountsTest {

    private static final String IDENTIFIERS = "/api/v1/auth/me/identifiers";

    private final Suite suite;
    private final Gateway gateway;

    SharedAccountsTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @Test
    void oneAccountOnAllSurfacesAndLoggedOutOfAllAtOnce() {
        NewPatient person = NewPatient.invent();
        SignedIn app = SignedIn.signedUp(gateway, person);
        String accountId = app.user().path("id").asText();
        String userId = app.tokens().path("user_id").asText();
        Telephone telephone = Telephone.with(suite);

        // Health Services, and the Auth Service by the user id that the app's signup gave
        SignedIn visitor = SignedIn.loggedIn(gateway, person);
        SignedIn byUserId = SignedIn.of(
                gateway, gateway.post("/auth/login", Map.of("username", userId, "password", person.password())), 200);
        addTelephone(app, person.password(), telephone);
        Browser browser = telephone.signedIn();

        JsonNode session = browser.get(Browser.SESSION).expect(200).json();
        assertThat(session.path("user_id").asText()).isEqualTo(accountId);
        assertThat(session.path("profile").path("patient_id").asText())
                .isEqualTo(app.profileId().toString());
        for (SignedIn signedIn : List.of(visitor, byUserId)) {
            assertThat(signedIn.user().path("id").asText()).isEqualTo(accountId);
            assertThat(signedIn.get("/api/v1/auth/profile")
                            .expect(200)
                            .json()
                            .path("id")
                            .asText())
                    .isEqualTo(accountId);
        }

        JsonNode ended = byUserId.post("/auth/logout-all", Map.of()).expect(200).json();

        assertThat(ended.path("sessions_ended").asInt()).isEqualTo(4);
        for (SignedIn signedIn : List.of(app, visitor, byUserId)) {
            Revocation.awaitRefusal(gateway, signedIn.token());
            assertProblem(
                    gateway.post("/api/v1/auth/refresh", Map.of("refresh_token", signedIn.refreshToken())),
                    401,
                    "AUTH_FAILED");
        }
        await().atMost(Revocation.LIMIT)
                .pollInterval(Revocation.LOOK)
                .untilAsserted(() -> assertProblem(browser.get(Browser.SESSION), 401, "NOT_AUTHENTICATED"));
    }

    @Test
    void whoRegisteredWithACodeUsesTheApp() {
        Registration person = Registration.with(suite);
        String userId = person.registered();

        SignedIn app = SignedIn.loggedIn(gateway, Map.of("email", person.email(), "password", person.password()));

        assertThat(app.tokens().path("user_id").asText()).isEqualTo(userId);
        assertThat(app.user().path("role").asText()).isEqualTo("PATIENT");
        app.get(PatientClient.ME).expect(200);
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> app.get("/api/v1/patients/" + app.profileId() + "/profile")
                                .status()
                        == 200);
        Map<String, Object> again = new HashMap<>(NewPatient.invent().signupBody());
        again.put("email", person.email());
        assertProblem(gateway.post(PatientClient.SIGNUP, again), 409, "EMAIL_ALREADY_REGISTERED");
    }

    @Test
    void aNumberIsNotTakenFromItsOwner() {
        Telephone telephone = Telephone.with(suite);
        Browser owner = telephone.signedUp();
        NewPatient person = NewPatient.invent();
        SignedIn stranger = SignedIn.signedUp(gateway, person);

        // whose number it is, is told to whoever holds the telephone and to nobody else
        JsonNode sent = ask(stranger, person.password(), telephone).expect(202).json();
        String verify = IDENTIFIERS + "/" + sent.path("id").asText() + "/verify";
        String code = telephone.code(2);
        assertProblem(stranger.post(verify, Map.of("otp", Telephone.otherThan(code))), 400, "OTP_ERROR");
        assertProblem(stranger.post(verify, Map.of("otp", code)), 409, "IDENTIFIER_TAKEN");

        owner.get(Browser.SESSION).expect(200);
        assertThat(telephone.signedIn().get(Browser.SESSION).json().path("user_id"))
                .isEqualTo(owner.get(Browser.SESSION).json().path("user_id"));
    }

    @Test
    void aNumberIsAddedOnlyByWhoReceivesItsCode() {
        NewPatient person = NewPatient.invent();
        SignedIn patient = SignedIn.signedUp(gateway, person);
        Telephone telephone = Telephone.with(suite);
        assertInvalid(patient.post(IDENTIFIERS, Map.of("phone", telephone.international())), "current_password");
        assertProblem(ask(patient, "not the password", telephone), 401, "AUTH_FAILED");
        Answer sent = ask(patient, person.password(), telephone).expect(202);
        String verify = IDENTIFIERS + "/" + sent.json().path("id").asText() + "/verify";
        String code = telephone.code();

        assertProblem(telephone.signIn(), 404, "USER_NOT_FOUND");
        assertProblem(patient.post(verify, Map.of("otp", Telephone.otherThan(code))), 400, "OTP_ERROR");
        assertProblem(SignedIn.newPatient(gateway).post(verify, Map.of("otp", code)), 400, "OTP_ERROR");
        patient.post(verify, Map.of("otp", code)).expect(200);
        telephone.signedIn().get(Browser.SESSION).expect(200);
    }

    private void addTelephone(SignedIn somebody, String password, Telephone telephone) {
        JsonNode sent = ask(somebody, password, telephone).expect(202).json();
        somebody.post(IDENTIFIERS + "/" + sent.path("id").asText() + "/verify", Map.of("otp", telephone.code()))
                .expect(200);
    }

    /** A session alone adds no name: it may be stolen. */
    private static Answer ask(SignedIn somebody, String password, Telephone telephone) {
        return somebody.post(IDENTIFIERS, Map.of("phone", telephone.international(), "current_password", password));
    }
}
