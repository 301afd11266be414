package health.cloudcare.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;

import static health.cloudcare.endtoend.Problems.assertTooMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What counts per account, telephone and e-mail address is as delivered; only what counts per address is generous here. */
@WithSuite
@Order(4)
class ThrottleTest {

    private static final int TOO_MANY = 429;
    private static final int CODES_AN_HOUR = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Suite suite;
    private final Gateway gateway;

    ThrottleTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @Test
    void whoGuessesAPasswordWaitsLongerAndLonger() {
        NewPatient person = NewPatient.invent();
        gateway.post(PatientClient.SIGNUP, person.signupBody()).expect(201);

        Answer refused = firstRefusal(() -> logIn(person, "guess"), 5);

        assertTooMany(refused);
        // the right password is no way around it, but works when the time has come
        assertThat(logIn(person, person.password()).status()).isIn(TOO_MANY, 200);
        await().atMost(PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> logIn(person, person.password()).status() == 200);
        logIn(person, person.password()).expect(200);
    }

    @Test
    void anUnknownNameIsCountedAsAKnownOne() {
        NewPatient nobody = NewPatient.invent();

        assertTooMany(firstRefusal(() -> logIn(nobody, "guess"), 5));
    }

    @Test
    void aTelephoneReceivesFewCodesAnHour() {
        Telephone telephone = Telephone.with(suite);

        Answer refused = firstRefusal(
                () -> {
                    Answer answer = telephone.signUp();
                    if (answer.status() == 200) {
                        Telephone.letPass(suite, Telephone.id(answer), 31);
                    }
                    return answer;
                },
                CODES_AN_HOUR + 1);

        assertTooMany(refused);
        assertThat(suite.outbox().codesTo(telephone.international())).hasSizeLessThanOrEqualTo(CODES_AN_HOUR);
    }

    @Test
    void anAddressReceivesFewCodesForANewPasswordAnHour() {
        for (Registration person : List.of(Registration.with(suite), Registration.with(suite))) {
            assertTooMany(firstRefusal(person::forgotPassword, CODES_AN_HOUR + 1));
        }
    }

    @Test
    void codesForANewPasswordAreNotGuessedForEver() {
        Registration person = Registration.with(suite);

        assertTooMany(firstRefusal(() -> person.resetPassword("000000", "another harbour 8"), 40));
    }

    private Answer logIn(NewPatient person, String password) {
        return gateway.post(PatientClient.LOGIN, Map.of("email", person.email(), "password", password));
    }

    private static Answer firstRefusal(Supplier<Answer> attempt, int within) {
        return Stream.generate(attempt)
                .limit(within)
                .filter(answer -> answer.status() == TOO_MANY)
                .findFirst()
                .orElseThrow(() -> new AssertionError("none of " + within + " attempts was refused"));
    }
}
