package health.cloudcare.doctor.carelist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/** Asks patient-service in the caller's name; it decides for itself. Without its answer there is none: 503. */
@ApplicationScoped
class PatientServiceCalls {

    private static final Logger LOG = Logger.getLogger(PatientServiceCalls.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** As the patients' access logs show a doctor's look at the list. */
    private static final String RESOURCE = "doctors/patients";

    private final PatientServiceApi patients;
    private final CurrentVertxRequest request;

    PatientServiceCalls(@RestClient PatientServiceApi patients, CurrentVertxRequest request) {
        this.patients = patients;
        this.request = request;
    }

    /** By patient; whom patient-service does not know, or not as the caller's, has none. */
    Uni<Map<UUID, PatientCard>> cards(List<UUID> patientIds, Set<UUID> fullFor) {
        var cards = new PatientServiceApi.CardsRequest(patientIds, RESOURCE, List.copyOf(fullFor));
        return answered(patients.cards(authorization(), clientAddress(), cards))
                .map(found -> found.stream().collect(Collectors.toMap(PatientCard::patientId, card -> card)));
    }

    /** When the caller's consents of the patient ended. */
    Uni<Instant> renounce(UUID patientId) {
        var renunciation = new PatientServiceApi.RenunciationRequest(patientId);
        return answered(patients.renounce(authorization(), clientAddress(), renunciation))
                .map(PatientServiceApi.Renunciation::renouncedAt);
    }

    private static <T> Uni<T> answered(Uni<T> call) {
        return call.onFailure().transform(failure -> {
            LOG.warnf("patient-service did not answer: %s", failure.getMessage());
            return ProblemType.UNAVAILABLE.retryAfter(
                    PAUSE, "The patients' data cannot be reached at the moment. Try again shortly.");
        });
    }

    private String authorization() {
        return exchange().getHeader(HttpHeaders.AUTHORIZATION);
    }

    /** For the access log, which shows where the doctor was and not where this service is. */
    private @Nullable String clientAddress() {
        SocketAddress address = exchange().remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    private HttpServerRequest exchange() {
        return request.getCurrent().request();
    }
}
