package health.cloudcare.document.record;

import java.math.BigInteger;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.Test;

class InlineBudgetTest {

    private static final int MIB = 1024 * 1024;

    private final InlineBudget budget = new InlineBudget(new MemorySize(BigInteger.valueOf(2 * MIB)));

    @Test
    void anAnswerWaitsUntilAnotherHasWrittenItsFile() {
        InlineBudget.Hold first = budget.hold();
        InlineBudget.Hold second = budget.hold();
        InlineBudget.Hold third = budget.hold();
        subscribed(first, MIB).assertCompleted();
        subscribed(second, MIB).assertCompleted();

        UniAssertSubscriber<Void> waiting = subscribed(third, 1);
        waiting.assertNotTerminated();
        first.end();
        first.end();

        waiting.awaitItem(Duration.ofSeconds(5));
    }

    @Test
    void theNextFileOfAnAnswerTakesThePlaceOfTheOneBefore() {
        InlineBudget.Hold hold = budget.hold();

        for (int i = 0; i < 5; i++) {
            subscribed(hold, 2 * MIB).assertCompleted();
        }
    }

    private static UniAssertSubscriber<Void> subscribed(InlineBudget.Hold hold, long bytes) {
        return hold.next(bytes).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
