package health.cloudcare.gateway.ratelimit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the current window in Redis. Whatever comes while a call is under way shares the next one: under load, many
 * requests are counted in one round trip, and each still learns its own place before it is let in.
 */
final class SharedCounts {

    private static final int LARGEST_BATCH = 512;

    /** @param context that of the request, in which it goes on */
    private record Increment(
            String key,
            boolean expires,
            Promise<Long> counted,
            @Nullable Context context) {

        void end(Consumer<Promise<Long>> end) {
            if (context == null) {
                end.accept(counted);
            } else {
                context.runOnContext(back -> end.accept(counted));
            }
        }
    }

    private final Redis redis;
    private final long patienceMillis;
    private final long expirySeconds;
    private final Queue<Increment> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    SharedCounts(Redis redis, long patienceMillis, long expirySeconds) {
        this.redis = redis;
        this.patienceMillis = patienceMillis;
        this.expirySeconds = expirySeconds;
    }

    /** @param expires whether the key may not have its time to live yet */
    Future<Long> increment(String key, boolean expires) {
        Promise<Long> counted = Promise.promise();
        waiting.add(new Increment(key, expires, counted, Vertx.currentContext()));
        sendNext();
        return counted.future();
    }

    private void sendNext() {
        // asked again after every attempt: what was added meanwhile found the way taken and must not be left behind
        while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            List<Increment> batch = takeWaiting();
            if (batch.isEmpty()) {
                underWay.set(false);
            } else {
                send(batch);
            }
        }
    }

    private List<Increment> takeWaiting() {
        List<Increment> batch = new ArrayList<>();
        while (batch.size() < LARGEST_BATCH && waiting.poll() instanceof Increment next) {
            batch.add(next);
        }
        return batch;
    }

    private void send(List<Increment> batch) {
        redis.batch(commands(batch))
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .onComplete(replies -> {
                    // nobody waits for a second failure
                    List<Increment> unanswered = replies.failed() ? takeWaiting() : List.of();
                    underWay.set(false);
                    sendNext();
                    if (replies.succeeded()) {
                        settle(batch, replies.result());
                    } else {
                        fail(batch, replies.cause());
                        fail(unanswered, replies.cause());
                    }
                });
    }

    /** The counts first, so that their replies are found by their place. */
    private List<Request> commands(List<Increment> batch) {
        List<Request> commands = new ArrayList<>();
        batch.forEach(increment -> commands.add(Request.cmd(Command.INCR).arg(increment.key())));
        batch.stream()
                .filter(Increment::expires)
                .forEach(increment -> commands.add(
                        Request.cmd(Command.EXPIRE).arg(increment.key()).arg(expirySeconds)));
        return commands;
    }

    private static void settle(List<Increment> batch, List<Response> replies) {
        for (int i = 0; i < batch.size(); i++) {
            Long count = replies.get(i).toLong();
            batch.get(i).end(counted -> counted.complete(count));
        }
    }

    private static void fail(List<Increment> batch, Throwable reason) {
        batch.forEach(increment -> increment.end(counted -> counted.fail(reason)));
    }
}
