package health.cloudcare.patient.connection;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.problem.ProblemType;

/** Asks doctor-service with the caller's own token. Without its answer there is none: 503. */
@ApplicationScoped
class DoctorCalls {

    private static final Logger LOG = Logger.getLogger(DoctorCalls.class);

    private final DoctorApi doctors;

    DoctorCalls(@RestClient DoctorApi doctors) {
        this.doctors = doctors;
    }

    /** A doctor for whom somebody vouched; or a 404 problem. */
    Uni<DoctorApi.Card> verified(String authorization, UUID doctorId) {
        return doctors.cards(authorization, new DoctorApi.CardsRequest(List.of(doctorId)))
                .onFailure()
                .transform(failure -> {
                    LOG.warnf("doctor-service did not answer: %s", failure.getMessage());
                    return ProblemType.UNAVAILABLE.retryAfter(
                            Duration.ofSeconds(5), "Doctors cannot be asked at the moment. Try again shortly.");
                })
                .map(cards -> cards.stream()
                        .filter(card -> card.doctorId().equals(doctorId) && card.verified())
                        .findFirst()
                        .orElseThrow(ConnectionProblems::unknownDoctor));
    }
}
