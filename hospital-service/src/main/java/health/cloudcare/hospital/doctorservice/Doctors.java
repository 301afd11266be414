package health.cloudcare.hospital.doctorservice;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/** Asks doctor-service with the caller's own token. Without its answer there is none: 503. */
@ApplicationScoped
public class Doctors {

    private static final Logger LOG = Logger.getLogger(Doctors.class);

    private final DoctorApi api;
    private final CurrentVertxRequest request;

    Doctors(@RestClient DoctorApi api, CurrentVertxRequest request) {
        this.api = api;
        this.request = request;
    }

    /** Those of the doctors who are there. */
    public Uni<List<DoctorCard>> cards(String authorization, List<UUID> doctorIds) {
        if (doctorIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return api.cards(authorization, clientAddress(), new DoctorApi.CardsRequest(doctorIds))
                .onFailure()
                .transform(failure -> {
                    LOG.warnf("doctor-service did not answer: %s", failure.getMessage());
                    return ProblemType.UNAVAILABLE.retryAfter(
                            Duration.ofSeconds(2), "Doctors cannot be asked at the moment. Try again shortly.");
                });
    }

    private @Nullable String clientAddress() {
        SocketAddress address = request.getCurrent().request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }
}
