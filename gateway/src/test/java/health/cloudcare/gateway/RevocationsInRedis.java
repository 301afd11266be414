package health.cloudcare.gateway;

import java.time.Clock;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;

/** What auth-service announces. */
public final class RevocationsInRedis {

    private static final String SESSIONS = "cloudcare:revocations";
    private static final String READY = "cloudcare:revocations:ready";

    private final Redis redis;

    public RevocationsInRedis(Redis redis) {
        this.redis = redis;
    }

    static void announceAll(Vertx vertx) {
        Redis redis = Redis.createClient(vertx, BackingServicesProcess.address(BackingService.REDIS));
        new RevocationsInRedis(redis).announceAll();
        redis.close();
    }

    public void announceAll() {
        send(Request.cmd(Command.SET).arg(READY).arg(1));
    }

    public void lose() {
        send(Request.cmd(Command.DEL).arg(READY).arg(SESSIONS));
    }

    public void end(String session) {
        long now = Clock.systemUTC().millis();
        send(Request.cmd(Command.ZADD).arg(SESSIONS).arg(now).arg(session));
    }

    private void send(Request request) {
        redis.send(request).toCompletionStage().toCompletableFuture().join();
    }
}
