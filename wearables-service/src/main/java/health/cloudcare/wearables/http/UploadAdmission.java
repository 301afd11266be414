package health.cloudcare.wearables.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Refuses uploads while too many are under way, before anything is read or queued for them: those that are taken are then
 * answered soon, however many more are offered. Export files stream, and are slowed down instead.
 */
@ApplicationScoped
class UploadAdmission {

    /** After the limit on bodies of the platform, before authentication. */
    private static final int EARLY = 800;

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private static final String SYNC = "/api/v1/wearables/sync";
    private static final String IMPORT = "/api/v1/wearables/import/";
    private static final String EXPORT = "/export";

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
            exchange.next();
        } else {
            exchange.request().resume(); // what still arrives is thrown away, and the connection kept
            exchange.fail(ProblemType.UNAVAILABLE.retryAfter(
                    COME_BACK, "Too many uploads are being taken in. Send yours again shortly."));
        }
    }
}
