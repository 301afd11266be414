package health.cloudcare.patient.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/** Asks each service for its part in the caller's name. What the caller may not see is no part; without an answer there is none: 503. */
@ApplicationScoped
class PartCalls {

    static final String CLIENT_ADDRESS = "X-Forwarded-For";

    private static final Logger LOG = Logger.getLogger(PartCalls.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Not allowed, or nothing there that the caller may know of. */
    private static final Set<Integer> CLOSED = Set.of(403, 404);

    private final DocumentApi documents;
    private final NoteApi notes;
    private final WearablesApi wearables;
    private final CurrentVertxRequest request;

    PartCalls(
            @RestClient DocumentApi documents,
            @RestClient NoteApi notes,
            @RestClient WearablesApi wearables,
            CurrentVertxRequest request) {
        this.documents = documents;
        this.notes = notes;
        this.wearables = wearables;
        this.request = request;
    }

    Uni<Optional<List<DocumentApi.Document>>> documents(UUID patientId) {
        return part(documents.documents(authorization(), clientAddress(), patientId, false));
    }

    Uni<Optional<List<LookupItem>>> documentsOf(HospitalLookup lookup) {
        return part(documents.ofHospital(authorization(), clientAddress(), lookup));
    }

    Uni<Optional<List<LookupItem>>> notesOf(HospitalLookup lookup) {
        return part(notes.ofHospital(authorization(), clientAddress(), lookup));
    }

    /** Whether the caller may ask for records of the patient. */
    Uni<Boolean> request(UUID patientId, String facilityName) {
        var wanted = new DocumentApi.RecordRequest(patientId, facilityName);
        return part(documents.request(authorization(), clientAddress(), wanted).replaceWith(true))
                .map(Optional::isPresent);
    }

    Uni<Optional<JsonNode>> today(UUID patientId) {
        return part(wearables.today(authorization(), clientAddress(), patientId));
    }

    Uni<Optional<JsonNode>> devices(UUID patientId) {
        return part(wearables.devices(authorization(), clientAddress(), patientId));
    }

    private static <T> Uni<Optional<T>> part(Uni<T> call) {
        return call.map(Optional::of)
                .onFailure(PartCalls::isClosed)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(failure -> {
                    LOG.warnf("a service did not answer with its part: %s", failure.getMessage());
                    return ProblemType.UNAVAILABLE.retryAfter(
                            PAUSE, "A part of the record cannot be reached at the moment. Try again shortly.");
                });
    }

    private static boolean isClosed(Throwable failure) {
        return failure instanceof WebApplicationException refusal
                && CLOSED.contains(refusal.getResponse().getStatus());
    }

    private String authorization() {
        return exchange().getHeader(HttpHeaders.AUTHORIZATION);
    }

    /** For the access log, which shows where the caller was and not where this service is. */
    private @Nullable String clientAddress() {
        SocketAddress address = exchange().remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    private HttpServerRequest exchange() {
        return request.getCurrent().request();
    }
}
