package health.cloudcare.wearables.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Makes one call of what many ask for at the same time: whoever asks while a call is under way goes with the next one.
 * Nobody waits for company; who is alone is a call of their own.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
final class Gathered<Q, A> {
    /** Of one call. */
    static final int MOST = 500;

    private final Function<List<Q>, Uni<List<A>>> call;
    private final Queue<Waiting<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    /** @param call answers as many questions, in their order; its failure is that of each of them */
    Gathered(Function<List<Q>, Uni<List<A>>> call) {
        this.call = call;
    }

    private record Waiting<Q, A>(Q question, UniEmitter<? super A> answer) {}

    /** Completes where it was asked. */
    Uni<A> ask(Q question) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Executor back = context == null ? Runnable::run : command -> context.runOnContext(any -> command.run());
            return Uni.createFrom()
                    .<A>emitter(answer -> {
                        waiting.add(new Waiting<>(question, answer));
                        callNext();
                    })
                    .emitOn(back);
        });
    }

    private void callNext() {
        // asked again after every attempt: what was added meanwhile found the way taken and must not be left behind
        while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            List<Waiting<Q, A>> some = takeWaiting();
            if (some.isEmpty()) {
                underWay.set(false);
            } else {
                make(some);
            }
        }
    }

    private List<Waiting<Q, A>> takeWaiting() {
        List<Waiting<Q, A>> some = new ArrayList<>();
        while (some.size() < MOST && waiting.poll() instanceof Waiting<Q, A> next) {
            some.add(next);
        }
        return some;
    }

    private void make(List<Waiting<Q, A>> some) {
        List<Q> questions = some.stream().map(Waiting::question).toList();
        Uni.createFrom()
                .deferred(() -> call.apply(questions))
                .subscribe()
                .with(
                        answers -> {
                            over();
                            for (int i = 0; i < some.size(); i++) {
                                some.get(i).answer().complete(answers.get(i));
                            }
                        },
                        failure -> {
                            over();
                            some.forEach(one -> one.answer().fail(failure));
                        });
    }

    private void over() {
        underWay.set(false);
        callNext();
    }
}
