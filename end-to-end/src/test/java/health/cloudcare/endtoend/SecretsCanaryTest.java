package health.cloudcare.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody uses everything there is, rightly and wrongly; then everything that was kept or said is searched for it. */
@WithSuite
@Order(6)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsCanaryTest {

    /** Where who somebody is has its place; the rest of the databases knows them by their ids. */
    private static final Set<String> MEANT_FOR_PERSONS = Set.of(
            "auth.identifiers.key",
            "auth.identifiers.value",
            "auth.accounts.mobile_no",
            "auth.accounts.address",
            "auth.accounts.display_name",
            "auth.pending_identifiers.value",
            "auth.pending_registrations.mobile",
            "auth.pending_registrations.email",
            "auth.pending_registrations.last_name",
            "patient.patients.phone_primary",
            "patient.patients.email",
            "patient.patients.last_name",
            "patient.patients.address_line1");

    private final Suite suite;
    private final Gateway gateway;
    private final Canary canary = new Canary();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final Telephone telephone;
    private final NewPatient person;
    private String accountId;

    SecretsCanaryTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
        telephone = Telephone.with(suite);
        person = NewPatient.invent();
    }

    @BeforeAll
    void useEverything() {
        canary.personal("name", "Canaria" + unique);
        canary.personal("address", unique + " Canary Lane");
        canary.personal("telephone", telephone.number());
        canary.personal("e-mail address", person.email());
        canary.secret("password", person.password());
        canary.aadhaarNumber(person.aadhaarNumber());
        useTheApp();
        useTheTelephone();
        useTheAuthService();
        useHealthServices();
        useWhatIsBroken();
    }

    @Test
    void noLogTellsASecretOrWhoSomebodyIs() {
        suite.logs()
                .forEach((name, log) ->
                        assertThat(canary.anythingIn(log)).as("log " + name).isEmpty());
    }

    @Test
    void noEventTellsASecretOrWhoSomebodyIs() {
        Map<String, String> topics = suite.stores().topics();

        assertThat(topics.get("cloudcare.account.v1")).contains(accountId);
        topics.forEach((name, records) ->
                assertThat(canary.anythingIn(records)).as("topic " + name).isEmpty());
    }

    @Test
    void noDatabaseKeepsASecretAndFewColumnsKnowWhoSomebodyIs() {
        Map<String, String> columns = suite.stores().columns();

        columns.forEach(
                (name, values) -> assertThat(canary.secretsIn(values)).as(name).isEmpty());
        columns.keySet().removeAll(MEANT_FOR_PERSONS);
        columns.forEach(
                (name, values) -> assertThat(canary.personsIn(values)).as(name).isEmpty());
        suite.stores().collections().forEach((name, documents) -> assertThat(canary.anythingIn(documents))
                .as(name)
                .isEmpty());
    }

    @Test
    void noCounterIsNamedAfterAnybody() {
        List<String> keys = suite.stores().redisKeys();

        assertThat(keys).isNotEmpty();
        assertThat(canary.anythingIn(String.join("\n", keys))).isEmpty();
    }

    /** Otherwise the others would show nothing. */
    @Test
    void whatHasItsPlaceIsFoundThere() {
        Map<String, String> columns = suite.stores().columns();

        assertThat(canary.personsIn(columns.get("patient.patients.last_name"))).contains("name");
        assertThat(canary.personsIn(columns.get("auth.identifiers.key"))).contains("telephone", "e-mail address");
    }

    private void useTheApp() {
        Map<String, Object> body = new HashMap<>(person.signupBody());
        body.put("last_name", "Canaria" + unique);
        body.put("phone_primary", telephone.international());
        body.put("address_line1", unique + " Canary Lane");
        SignedIn patient = SignedIn.of(gateway, gateway.post(PatientClient.SIGNUP, body), 201);
        accountId = patient.user().path("id").asText();
        gateway.post(PatientClient.SIGNUP, body);
        canary.secret("access token", patient.token());
        canary.secret("refresh token", patient.refreshToken());
        gateway.post(PatientClient.SIGNUP, body.toString());
        body.put("date_of_birth", "never");
        gateway.post(PatientClient.SIGNUP, body);
        String number = person.aadhaarNumber();
        String spaced = number.substring(0, 4) + " " + number.substring(4, 8) + " " + number.substring(8);
        String wrong = secret("mistyped password");
        for (Map<String, String> credentials : List.of(
                Map.of("email", person.email(), "password", person.password()),
                Map.of("aadhar", spaced, "password", person.password()),
                Map.of("aadhar", number, "password", wrong),
                Map.of("email", number, "password", person.password()),
                Map.of("username", number, "password", person.password()),
                Map.of("username", person.password(), "password", person.email()))) {
            gateway.post(PatientClient.LOGIN, credentials);
        }
        gateway.get(PatientClient.ME + "?token=" + patient.token() + "&password=" + person.password());
        gateway.get("/api/v1/auth/profile?token=" + patient.token());
        gateway.get("/api/v1/patients/" + number + "/profile", Map.of(), patient.token());
        patient.post("/auth/validate-token", Map.of("token", patient.token()));
        patient.renewed();
        addTelephone(patient, person.password());
    }

    private void addTelephone(SignedIn patient, String password) {
        String path = "/api/v1/auth/me/identifiers";
        String id = patient.post(path, Map.of("phone", telephone.international(), "current_password", password))
                .expect(202)
                .json()
                .path("id")
                .asText();
        canary.code("code for a new number", telephone.code());
        patient.post(path + "/" + id + "/verify", Map.of("otp", telephone.code()))
                .expect(200);
    }

    private void useTheTelephone() {
        String id = Telephone.id(telephone.signIn());
        String code = telephone.code(2);
        canary.code("code to sign in", code);
        telephone.verifySignIn(id, Telephone.otherThan(code));
        Browser browser = Browser.of(gateway, telephone.verifySignIn(id, code));
        canary.secret("cookie", browser.cookie());
        browser.get(Browser.SESSION).expect(200);
        browser.get(PatientClient.ME);
        browser.post(Browser.SIGN_OUT).expect(200);
        Telephone other = Telephone.with(suite);
        canary.personal("another telephone", other.number());
        String signUp = Telephone.id(other.signUp());
        canary.code("code to sign up", other.code());
        other.verifySignUp(signUp, other.code()).expect(200);
    }

    private void useTheAuthService() {
        Registration registration = new Registration(
                suite, "canary_" + unique, "canary." + unique + "@cloudcare.example", secret("chosen password"));
        canary.personal("another e-mail address", registration.email());
        registration.register().expect(200);
        canary.code("code to verify", registration.code(1));
        registration.verify(registration.code(1)).expect(200);
        registration.logIn(registration.username(), registration.password()).expect(200);
        registration.forgotPassword().expect(200);
        canary.code("code to reset", registration.code(2));
        registration.resetPassword(registration.code(2), secret("new password")).expect(200);
    }

    private void useHealthServices() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Visitor Canaria" + unique);
        body.put("email", "visitor." + unique + "@cloudcare.example");
        body.put("password", secret("visitor's password"));
        body.put("mobile_no", telephone.number());
        body.put("address", unique + " Canary Lane");
        canary.personal("visitor's e-mail address", "visitor." + unique + "@cloudcare.example");
        gateway.post("/api/v1/auth/register", body).expect(200);
        body.put("role", "admin");
        gateway.post("/api/v1/auth/register", body);
    }

    /** Failures have the most to say. */
    private void useWhatIsBroken() {
        NewPatient unlucky = NewPatient.invent();
        canary.secret("password of a failed signup", unlucky.password());
        canary.personal("e-mail address of a failed signup", unlucky.email());
        Map<String, Object> body = new HashMap<>(unlucky.signupBody());
        body.put("last_name", "Canaria" + unique);
        int restarts = suite.restarts(Suite.PATIENT);
        suite.kill(Suite.PATIENT);
        gateway.post(PatientClient.SIGNUP, body);
        gateway.post(PatientClient.LOGIN, Map.of("aadhar", person.aadhaarNumber(), "password", person.password()));
        suite.awaitRestartAfter(restarts, Suite.PATIENT);
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> gateway.post(PatientClient.SIGNUP, body).status() == 201);
    }

    private String secret(String what) {
        String text = "secret-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
        canary.secret(what, text);
        return text;
    }
}
