package health.cloudcare.auth.otp;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.Database;
import health.cloudcare.auth.FakeNotificationService;
import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.PhonePerson;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.auth.PhonePerson.aPatient;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@QuarkusTestResource(FakeNotificationService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class GuessingTest {

    FakeProfileServices profiles;
    FakeNotificationService notifications;

    @Inject
    Database database;

    @Inject
    OneTimeCodes codes;

    @Inject
    OtpChallenges challenges;

    @BeforeEach
    void recover() {
        profiles.is(FakeProfileServices.Mood.WELL);
        notifications.is(FakeNotificationService.Mood.WELL);
    }

    @Test
    void aHundredParallelGuessesGetFiveComparisonsAndLeaveTheCodeDead() throws Exception {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        String id = person.signIn().path("id");
        String code = notifications.codeFor(person.phone());

        List<Integer> statuses = inParallel(100, () -> person.verify("signin", id, other(code)));

        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
        assertThat(statuses.stream().filter(status -> status == 410)).hasSize(95);
        assertThat(tries(id)).isEqualTo("5");
        person.verify("signin", id, code).then().spec(problem(410, "OTP_EXPIRED"));
    }

    @Test
    void aCodeWorksOnceHoweverManyUseItAtTheSameMoment() throws Exception {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        String id = person.signIn().path("id");
        String code = notifications.codeFor(person.phone());

        List<Integer> statuses = inParallel(20, () -> person.verify("signin", id, code));

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 410)).hasSize(19);
        assertThat(database.query("""
                        SELECT count(*) FROM sessions s JOIN otp_challenges o ON o.account_id = s.account_id
                        WHERE o.id = ?
                        """, UUID.fromString(id)))
                // one of the sign-up, one of the sign-in
                .containsExactly("2");
    }

    @Test
    void furtherCodesGiveFurtherTriesOnlyUpToABound() {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        String id = person.signIn().path("id");
        for (int code = 1; code <= 3; code++) {
            for (int guess = 1; guess <= 5; guess++) {
                person.verify("signin", id, other(notifications.codeFor(person.phone())))
                        .then()
                        .spec(problem(401, "OTP_INVALID"));
            }
            person.verify("signin", id, notifications.codeFor(person.phone()))
                    .then()
                    .spec(problem(410, "OTP_EXPIRED"));
            database.letPausePass(id);
            if (code < 3) {
                assertThat(person.sendAgain("signin").<String>path("id")).isEqualTo(id);
            }
        }

        person.sendAgain("signin").then().spec(problem(429, "RATE_LIMIT"));
        person.signIn().then().spec(problem(429, "RATE_LIMIT"));

        database.letExpire(id);
        String next = person.signIn().path("id");
        person.verify("signin", next, notifications.codeFor(person.phone()))
                .then()
                .statusCode(200);
    }

    @Test
    void aCodeIsOfNoUseForAnotherPurposeOrAccount() throws Throwable {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        String id = person.signIn().path("id");
        String code = notifications.codeFor(person.phone());
        UUID challenge = UUID.fromString(id);
        UUID account = UUID.fromString(database.query("SELECT account_id FROM otp_challenges WHERE id = ?", challenge)
                .getFirst());

        assertThat(guess(challenge, Purpose.SIGN_UP, code)).isEqualTo(Guess.Refused.GONE);
        assertThat(guess(challenge, Purpose.IDENTIFIER, code)).isEqualTo(Guess.Refused.GONE);
        assertThat(guessOf(account, Purpose.PASSWORD_RESET, code)).isEqualTo(Guess.Refused.GONE);
        assertThat(guessOf(UUID.randomUUID(), Purpose.SIGN_IN, code)).isEqualTo(Guess.Refused.GONE);
        assertThat(guessOf(null, Purpose.SIGN_IN, code)).isEqualTo(Guess.Refused.GONE);
        person.verify("signup", id, code).then().spec(problem(410, "OTP_EXPIRED"));

        PhonePerson another = aPatient();
        another.signedUp(notifications);
        String anothers = another.signIn().path("id");
        if (!code.equals(notifications.codeFor(another.phone()))) {
            another.verify("signin", anothers, code).then().spec(problem(401, "OTP_INVALID"));
        }
        assertThat(tries(id)).isEqualTo("0");
        person.verify("signin", id, code).then().statusCode(200);
    }

    @Test
    void codesOfThePastAreDeleted() throws Throwable {
        PhonePerson person = aPatient();
        person.signedUp(notifications);
        String old = person.signIn().path("id");
        database.update(
                "UPDATE otp_challenges SET expires_at = now() - interval '2 h' WHERE id = ?", UUID.fromString(old));
        PhonePerson another = aPatient();
        another.signUp();
        String fresh = database.challengeOf(another.phone());

        VertxContextSupport.subscribeAndAwait(challenges::purge);

        assertThat(tries(old)).isEqualTo("gone");
        assertThat(tries(fresh)).isEqualTo("0");
    }

    private Guess guess(UUID challenge, Purpose purpose, String code) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> codes.guess(challenge, purpose, code, null));
    }

    private Guess guessOf(UUID account, Purpose purpose, String code) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> codes.guessOf(account, purpose, code));
    }

    private String tries(String id) {
        return database.query("SELECT tries FROM otp_challenges WHERE id = ?", UUID.fromString(id)).stream()
                .findFirst()
                .orElse("gone");
    }

    static String other(String code) {
        return code.equals("123456") ? "654321" : "123456";
    }

    private static List<Integer> inParallel(int count, Callable<Response> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(java.util.Collections.nCopies(count, call))) {
                statuses.add(answer.get().statusCode());
            }
            return statuses;
        }
    }
}
