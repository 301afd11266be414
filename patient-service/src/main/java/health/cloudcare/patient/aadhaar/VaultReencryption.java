package health.cloudcare.patient.aadhaar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.problem.ProblemType;

/** Puts the whole vault under the current key, batch by batch. May run again, and several times at once. */
@ApplicationScoped
class VaultReencryption {

    private static final Logger LOG = Logger.getLogger(VaultReencryption.class);
    private static final ProblemType KEY_MISSING =
            new ProblemType("AADHAAR_KEY_MISSING", 409, "Aadhaar encryption key missing");

    private final OutdatedEntries outdated;
    private final AadhaarKeys keys;
    private final Clock clock;
    private final Duration timeLimit;

    VaultReencryption(
            OutdatedEntries outdated,
            AadhaarKeys keys,
            Clock clock,
            @ConfigProperty(name = "cloudcare.aadhaar.reencryption.time-limit") Duration timeLimit) {
        this.outdated = outdated;
        this.keys = keys;
        this.clock = clock;
        this.timeLimit = timeLimit;
    }

    /** How far a run has come. */
    private static final class Position {
        private String uid = "";
    }

    /** Ends after the time limit, which is shorter than a connection may idle: the next run goes on with the rest. */
    Uni<ReencryptionResponse> run() {
        return outdated.versionsWithoutKey()
                .chain(missing ->
                        missing.isEmpty() ? reseal() : Uni.createFrom().failure(keyMissing(missing)))
                .chain(reencrypted -> outdated.count()
                        .map(remaining -> new ReencryptionResponse(reencrypted, remaining, keys.currentVersion())))
                .invoke(outcome -> LOG.infof(
                        "%d Aadhaar numbers re-encrypted with key version %d, %d remain",
                        outcome.reencrypted(), outcome.keyVersion(), outcome.remaining()));
    }

    private Uni<Long> reseal() {
        Instant deadline = clock.instant().plus(timeLimit);
        return Multi.createBy()
                .repeating()
                .uni(Position::new, this::next)
                .whilst(batch -> !batch.complete() && clock.instant().isBefore(deadline))
                .collect()
                .with(Collectors.summingLong(OutdatedEntries.Batch::resealed));
    }

    private Uni<OutdatedEntries.Batch> next(Position position) {
        return outdated.reseal(position.uid).invoke(batch -> position.uid = batch.last());
    }

    private static HttpProblem keyMissing(List<Integer> versions) {
        String missing = versions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return KEY_MISSING.problem("Numbers are sealed with keys that are not configured: version " + missing + ".");
    }
}
