package health.cloudcare.doctor.affiliation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.problem.ProblemType;

/** Asks hospital-service with the caller's own token. Without its answer there is none: 503. */
@ApplicationScoped
class HospitalCalls {

    private static final Logger LOG = Logger.getLogger(HospitalCalls.class);

    private final HospitalApi hospitals;

    HospitalCalls(@RestClient HospitalApi hospitals) {
        this.hospitals = hospitals;
    }

    /** By hospital, of those that there are. */
    Uni<Map<UUID, HospitalApi.Card>> cards(String authorization, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return hospitals
                .cards(authorization, new HospitalApi.CardsRequest(List.copyOf(ids)))
                .onFailure()
                .transform(failure -> {
                    LOG.warnf("hospital-service did not answer: %s", failure.getMessage());
                    return ProblemType.UNAVAILABLE.retryAfter(
                            Duration.ofSeconds(5), "Hospitals cannot be asked at the moment. Try again shortly.");
                })
                .map(cards -> cards.stream()
                        .collect(Collectors.toMap(HospitalApi.Card::hospitalId, Function.identity(), (a, b) -> a)));
    }
}
