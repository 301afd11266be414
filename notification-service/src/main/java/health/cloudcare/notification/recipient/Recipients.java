package health.cloudcare.notification.recipient;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Events about a patient's data name the patient, and notifications go to accounts: this knows both. */
@ApplicationScoped
public class Recipients implements ReactivePanacheMongoRepositoryBase<Recipient, UUID> {

    public Uni<Void> remember(UUID patient, UUID account) {
        return persistOrUpdate(new Recipient(patient, account)).replaceWithVoid();
    }

    public Uni<Void> forgetAccountOf(UUID patient) {
        return persistOrUpdate(new Recipient(patient, null)).replaceWithVoid();
    }

    /**
     * Empty when the account is deleted. Fails while the account topic has not told of this patient: the topics are read
     * independently of each other.
     */
    public Uni<Optional<UUID>> accountOf(UUID patient) {
        return findById(patient)
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownRecipientException(patient))
                .map(found -> Optional.ofNullable(found.getAccountId()));
    }
}
