package health.cloudcare.auth.delivery;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.correlation.Correlation;

/** Work that no answer waits for, so that it neither delays nor fails a request, nor tells anything by its duration. */
@ApplicationScoped
public class Background {

    private static final Logger LOG = Logger.getLogger(Background.class);
    /** Beyond it work is dropped: whoever misses a message asks again. */
    private static final int MOST = 500;

    private final AtomicInteger running = new AtomicInteger();
    private final Vertx vertx;
    private final Clock clock;

    Background(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** @param name for the log */
    public void run(String name, Supplier<Uni<? extends Void>> work) {
        if (running.incrementAndGet() > MOST) {
            running.decrementAndGet();
            LOG.warnf("%s is dropped: too much is going on", name);
            return;
        }
        String correlation = Correlation.current();
        // a context of its own: the database session of the request stays with the request
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> {
            if (correlation != null) {
                Correlation.adopt(correlation, clock.instant());
            }
            Uni.createFrom()
                    .deferred(work)
                    .onTermination()
                    .invoke(running::decrementAndGet)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("%s failed: %s", name, failure.getMessage()));
        });
    }
}
