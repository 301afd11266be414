package health.cloudcare.hospital.patientservice;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * The patients, whom only patient-service knows. It decides for itself what the caller may know, by the caller's own token. A
 * call that fails does so with a problem for our own caller.
 */
@ApplicationScoped
public class Patients {

    /** What patient-service answers at once. */
    private static final int MOST_CARDS = 500;

    private static final int NO_ANSWER = 0;

    private final PatientApi api;
    private final CurrentVertxRequest request;

    Patients(@RestClient PatientApi api, CurrentVertxRequest request) {
        this.api = api;
        this.request = request;
    }

    /** Asks the patient; a request that waits is given again, and so is an admission that runs. */
    public Uni<AdmissionConsent> requestAdmission(String authorization, AdmissionWish wish) {
        return api.requestAdmission(authorization, clientAddress(), wish)
                .onFailure()
                .transform(failure -> switch (status(failure)) {
                    case 404 -> ProblemType.NOT_FOUND.problem("There is no such patient.");
                    // we checked the rest of it
                    case 422 ->
                        ProblemType.INVALID.problem(
                                "The request is not valid.",
                                List.of(new FieldError("aadhar_number", "must be an Aadhaar number", "aadhaar")));
                    default -> problem(status(failure));
                });
    }

    /**
     * Those of the patients who exist.
     *
     * @param resource what the cards are for, as the audit trail shows it
     * @param fullFor of whom more than the name is asked for
     */
    public Uni<List<PatientCard>> cards(
            String authorization, List<UUID> patientIds, String resource, Set<UUID> fullFor) {
        @Nullable String clientAddress = clientAddress();
        return Multi.createFrom()
                .iterable(patientIds)
                .group()
                .intoLists()
                .of(MOST_CARDS)
                .onItem()
                .transformToUniAndConcatenate(some -> api.cards(
                        authorization, clientAddress, new PatientApi.CardsRequest(some, resource, of(some, fullFor))))
                .onItem()
                .<PatientCard>disjoint()
                .collect()
                .asList()
                .onFailure()
                .transform(failure -> problem(status(failure)));
    }

    private static Set<UUID> of(List<UUID> some, Set<UUID> fullFor) {
        return some.stream().filter(fullFor::contains).collect(Collectors.toSet());
    }

    private @Nullable String clientAddress() {
        SocketAddress address = request.getCurrent().request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    private static int status(Throwable failure) {
        return failure instanceof WebApplicationException refusal
                ? refusal.getResponse().getStatus()
                : NO_ANSWER;
    }

    private static HttpProblem problem(int status) {
        return switch (status) {
            case 401 -> ProblemType.UNAUTHENTICATED.problem("The access token is not accepted.");
            case 403 -> ProblemType.FORBIDDEN.problem("You are not allowed to do this.");
            default ->
                ProblemType.UNAVAILABLE.retryAfter(
                        Duration.ofSeconds(2), "Patients cannot be asked at the moment. Try again shortly.");
        };
    }
}
