package health.cloudcare.patient.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes every chain and compares it with all that vouches for it. A call verifies a slice of the patients, as far as its time
 * goes, so memory and time are bounded however many there are.
 */
@ApplicationScoped
class LogVerification {

    private static final Logger LOG = Logger.getLogger(LogVerification.class);

    private final ChainReading chains;
    private final ApartHeads apartHeads;
    private final Clock clock;
    private final int patientsOfACall;
    private final Duration timeLimit;

    LogVerification(
            ChainReading chains,
            ApartHeads apartHeads,
            Clock clock,
            @ConfigProperty(name = "cloudcare.access-log.verification.patients") int patientsOfACall,
            @ConfigProperty(name = "cloudcare.access-log.verification.time-limit") Duration timeLimit) {
        this.chains = chains;
        this.apartHeads = apartHeads;
        this.clock = clock;
        this.patientsOfACall = patientsOfACall;
        this.timeLimit = timeLimit;
    }

    /** How far a call has come; null once it is through. */
    private static final class Position {
        private @Nullable UUID after;

        private Position(UUID after) {
            this.after = after;
        }
    }

    /** @param after the patient before the first one to verify */
    Uni<VerificationResponse> run(UUID after) {
        Instant deadline = clock.instant().plus(timeLimit);
        return chains.upperEnd(after, patientsOfACall)
                .map(upTo -> new PatientRange(after, upTo))
                // before the log itself, which may be longer by now but never shorter
                .chain(slice -> apartHeads.of(slice).chain(evidence -> verify(slice, evidence, deadline)))
                .invoke(outcome -> LOG.infof(
                        "%d access logs with %d entries verified, %d problems",
                        outcome.patients(), outcome.entries(), outcome.problemCount()));
    }

    private Uni<VerificationResponse> verify(PatientRange slice, ApartEvidence evidence, Instant deadline) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Position(slice.after()), position -> batch(position, slice, evidence))
                .whilst(batch -> !isLastOf(slice, batch) && clock.instant().isBefore(deadline))
                .collect()
                .in(
                        () -> new Total(VerificationResponse.nothing(slice.after())),
                        (total, batch) -> total.sum = total.sum.followedBy(batch))
                .map(total -> total.sum);
    }

    private static final class Total {
        private VerificationResponse sum;

        private Total(VerificationResponse sum) {
            this.sum = sum;
        }
    }

    private Uni<VerificationResponse> batch(Position position, PatientRange slice, ApartEvidence evidence) {
        UUID after = position.after == null ? slice.after() : position.after;
        return chains.verify(after, slice.upTo(), evidence).invoke(batch -> position.after = batch.next());
    }

    private static boolean isLastOf(PatientRange slice, VerificationResponse batch) {
        return batch.next() == null || batch.next().equals(slice.upTo());
    }
}
