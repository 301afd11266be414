package health.cloudcare.wearables.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Refuses uploads while too many are under way, before anything is read or queued for them: those that are taken are then
 * answered soon, however many more are offered. Export files stream, and are slowed down instead.
 *
 * <p>A small body is read here, as it arrives: handed over piece by piece, it costs the event loop and the worker more time
 * in waiting for each other than in reading.
 */
@ApplicationScoped
class UploadAdmission {

    /** After the limit on bodies of the platform, before authentication. */
    private static final int EARLY = 800;

    /** Of this size are some 600 readings; all that may be under way together fit into 40 MB. */
    private static final int SMALL = 64 * 1024;

    private static final Pattern SMALL_NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private static final String SYNC = "/api/v1/wearables/sync";
    private static final String IMPORT = "/api/v1/wearables/import/";
    private static final String EXPORT = "/export";

    private final BodyHandler smallBodies = BodyHandler.create(false);
    private final Room syncs;
    private final Room imports;

    UploadAdmission(
            @ConfigProperty(name = "cloudcare.wearables.sync.max-under-way") int maxSyncs,
            @ConfigProperty(name = "cloudcare.wearables.import.max-under-way") int maxImports) {
        this.syncs = new Room(maxSyncs, new AtomicInteger());
        this.imports = new Room(maxImports, new AtomicInteger());
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, EARLY);
    }

    private record Room(int most, AtomicInteger underWay) {

        boolean tryTake() {
            if (underWay.incrementAndGet() <= most) {
                return true;
            }
            giveBack();
            return false;
        }

        void giveBack() {
            underWay.decrementAndGet();
        }
    }

    private void admit(RoutingContext exchange) {
        String path = exchange.request().path();
        if (!exchange.request().method().equals(HttpMethod.POST) || path == null) {
            exchange.next();
        } else if (path.equals(SYNC)) {
            admit(exchange, syncs);
        } else if (path.startsWith(IMPORT) && !path.endsWith(EXPORT)) {
            admit(exchange, imports);
        } else {
            exchange.next();
        }
    }

    private void admit(RoutingContext exchange, Room room) {
        if (room.tryTake()) {
            exchange.addEndHandler(over -> room.giveBack());
            goOn(exchange);
        } else {
            exchange.request().resume(); // what still arrives is thrown away, and the connection kept
            exchange.fail(ProblemType.UNAVAILABLE.retryAfter(
                    COME_BACK, "Too many uploads are being taken in. Send yours again shortly."));
        }
    }

    private void goOn(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && SMALL_NUMBER.matcher(length).matches() && Integer.parseInt(length) <= SMALL) {
            smallBodies.handle(exchange);
        } else {
            exchange.next();
        }
    }
}
