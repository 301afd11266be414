package health.cloudcare.endtoend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.endtoend.suite.Pause;
import health.cloudcare.endtoend.suite.Stores;
import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;

import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Services that die or hang while people sign up: whoever got in is there as a whole, and everybody else gets in later. */
@WithSuite
@Order(5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignupFaultsTest {

    private static final int UNDISTURBED = 3;
    private static final int DISTURBED = 5;

    private final Suite suite;
    private final Stores stores;

    SignupFaultsTest(Suite suite) {
        this.suite = suite;
        stores = suite.stores();
    }

    @AfterEach
    void noAccountIsWithoutItsProfileAndNoProfileWithoutItsAccount() {
        await("everything unfinished is undone")
                .atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .untilAsserted(() -> {
                    assertThat(stores.select(
                                    "auth", "SELECT id FROM accounts WHERE status IN ('PENDING', 'CANCELLING')"))
                            .isEmpty();
                    assertSame("PATIENT", "patient_id", "patient", "patients");
                    assertSame("DOCTOR", "doctor_id", "doctor", "doctor");
                    assertSame("HOSPITAL_ADMIN", "hospital_id", "hospital", "hospital");
                });
        assertThat(
                        stores.select(
                                "patient",
                                "SELECT id FROM patients p WHERE aadhaar_uid IS NOT NULL AND NOT EXISTS"
                                        + " (SELECT 1 FROM aadhaar_vault v WHERE v.patient_id = p.id AND v.uid = p.aadhaar_uid)"))
                .as("patients whose Aadhaar number is not in the vault")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Suite.PATIENT, Suite.DOCTOR, Suite.HOSPITAL, Suite.AUTH})
    void aServiceDiesWhilePeopleSignUp(String service) {
        Signups signups = Signups.with(service, suite);
        int restarts = suite.restarts(service);

        Thread victims = Thread.ofVirtual().start(() -> {
            while (signups.failed() < DISTURBED) {
                signups.next();
            }
        });
        await().until(() -> signups.succeeded() >= UNDISTURBED);
        suite.kill(service);
        await().atMost(Imports.PATIENCE).until(() -> !victims.isAlive());
        suite.awaitRestartAfter(restarts, service);

        assertThat(signups.failed()).isEqualTo(DISTURBED);
        signups.allTryAgain();
    }

    /** What is on its way to the service is done when it goes on, long after everybody gave up on it. */
    @ParameterizedTest
    @ValueSource(strings = {Suite.PATIENT, Suite.DOCTOR, Suite.HOSPITAL})
    void aServiceHangsWhilePeopleSignUp(String service) {
        Signups signups = Signups.with(service, suite);

        Pause pause = suite.pause(service);
        try {
            signups.next();
        } finally {
            pause.close();
        }

        assertThat(signups.succeeded()).isZero();
        signups.allTryAgain();
    }

    @Test
    void nobodyIsPromisedACodeThatCannotBeSent() {
        String notifications = "notification-service";
        int restarts = suite.restarts(notifications);
        Telephone telephone = Telephone.with(suite);
        Registration person = Registration.with(suite);

        suite.kill(notifications);
        Answer sms = telephone.signUp();
        Answer email = person.register();
        suite.awaitRestartAfter(restarts, notifications);

        assertProblem(sms, 503, "SMS_ERROR");
        assertProblem(email, 503, "EMAIL_ERROR");
        assertThat(List.of(sms, email))
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
        telephone.signedUp().get(Browser.SESSION).expect(200);
        // the registration waits: another code may be asked for at once
        assertThat(suite.gateway()
                        .post("/auth/generate-otp", Map.of("email", person.email()))
                        .status())
                .isEqualTo(200);
        person.verify(person.code(1)).expect(200);
    }

    private void assertSame(String role, String idOfProfile, String database, String table) {
        List<String> accounts = stores.select(
                "auth", "SELECT " + idOfProfile + " FROM accounts WHERE status = 'ACTIVE' AND role = ?", role);
        List<String> profiles = stores.select(database, "SELECT id FROM " + table + " WHERE status = 'REGISTERED'");
        assertThat(profiles).as("profiles of " + role).containsExactlyInAnyOrderElementsOf(accounts);
        Set<String> provisional =
                new HashSet<>(stores.select(database, "SELECT id FROM " + table + " WHERE status = 'PROVISIONAL'"));
        List<String> awaited = new ArrayList<>(stores.select(
                "auth", "SELECT " + idOfProfile + " FROM accounts WHERE status = 'UNVERIFIED' AND role = ?", role));
        assertThat(awaited).as("unverified accounts of " + role).containsAll(provisional);
    }
}
