package health.cloudcare.servicekit.outbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the relay when a transaction with events commits ({@code LISTEN outbox}), and by the clock in case a notification
 * was missed, the broker was away, or the database is reached through a pool that cannot listen.
 */
@ApplicationScoped
class RelaySchedule {

    private static final Logger LOG = Logger.getLogger(RelaySchedule.class);

    private final OutboxRelay relay;
    private final Pool pool;
    private final Vertx vertx;
    private final Duration pollInterval;
    private final AtomicReference<@Nullable SqlConnection> listener = new AtomicReference<>();
    private volatile boolean connecting;
    private volatile boolean stopped;
    private long timer;

    RelaySchedule(
            OutboxRelay relay,
            Pool pool,
            Vertx vertx,
            @ConfigProperty(name = "cloudcare.outbox.poll-interval") Duration pollInterval) {
        this.relay = relay;
        this.pool = pool;
        this.vertx = vertx;
        this.pollInterval = pollInterval;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(0, pollInterval.toMillis(), ignored -> poll());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
        SqlConnection connection = listener.getAndSet(null);
        if (connection != null) {
            connection.closeAndForget();
        }
    }

    private void poll() {
        if (listener.get() == null && !connecting) {
            connecting = true;
            pool.getConnection().subscribe().with(this::listen, this::notListening);
        }
        relay.wake();
    }

    private void listen(SqlConnection connection) {
        PgConnection postgres = PgConnection.cast(connection.getDelegate());
        postgres.notificationHandler(notification -> relay.wake());
        connection.closeHandler(() -> listener.set(null));
        connection.query("LISTEN outbox").execute().subscribe().with(ignored -> listening(connection), failure -> {
            connection.closeAndForget();
            notListening(failure);
        });
    }

    private void listening(SqlConnection connection) {
        connecting = false;
        listener.set(connection);
        if (stopped) {
            connection.closeAndForget();
        }
    }

    private void notListening(Throwable failure) {
        connecting = false;
        LOG.debugf(failure, "not listening to the outbox; polling only");
    }
}
