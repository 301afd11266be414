package health.cloudcare.endtoend;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Six digits are few, so what protects them is how often they may be guessed. */
@WithSuite
@Order(4)
class OtpGuessingTest {

    private static final int TRIES = 5;
    private static final int GUESSES = 100;

    private final Suite suite;

    OtpGuessingTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void aHundredGuessesAtOnceLeaveTheAccountSafe() {
        Telephone telephone = Telephone.with(suite);
        telephone.signedUp();
        String id = Telephone.id(telephone.signIn());
        String code = telephone.code(2);

        List<Answer> answers = atOnce(GUESSES, guess -> telephone.verifySignIn(id, wrong(guess, code)));

        assertThat(answers).extracting(Answer::status).isSubsetOf(401, 410, 429);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 401)
                .as("guesses that were compared")
                .hasSizeLessThanOrEqualTo(TRIES);
        assertThat(telephone.verifySignIn(id, code).status())
                .as("the right code, too late")
                .isIn(410, 429);
    }

    @Test
    void aCodeWorksOnceHoweverOftenItComesAtOnce() {
        Telephone telephone = Telephone.with(suite);
        telephone.signedUp();
        String id = Telephone.id(telephone.signIn());
        String code = telephone.code(2);

        List<Answer> answers = atOnce(TRIES, attempt -> telephone.verifySignIn(id, code));

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .as("sessions")
                .hasSize(1);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 410);
    }

    private static String wrong(int guess, String code) {
        String digits = "%06d".formatted(guess);
        return digits.equals(code) ? "999999" : digits;
    }

    private static List<Answer> atOnce(int times, IntFunction<Answer> attempt) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> attempts = IntStream.range(0, times)
                    .<Callable<Answer>>mapToObj(number -> () -> attempt.apply(number))
                    .toList();
            return executor.invokeAll(attempts).stream()
                    .map(OtpGuessingTest::answer)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(Future<Answer> attempt) {
        try {
            return attempt.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
