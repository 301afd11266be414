package health.cloudcare.notification.recipient;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Events name patients, doctors and hospitals by their profiles, and notifications go to accounts: this knows both. */
@ApplicationScoped
public class Recipients implements ReactivePanacheMongoRepositoryBase<Recipient, UUID> {

    public Uni<Void> remember(UUID profile, UUID account) {
        return persistOrUpdate(new Recipient(profile, account)).replaceWithVoid();
    }

    public Uni<Void> forgetAccountOf(UUID profile) {
        return persistOrUpdate(new Recipient(profile, null)).replaceWithVoid();
    }

    /**
     * Empty when the account is deleted. Fails while the account topic has not told of this profile: the topics are read
     * independently of each other.
     */
    public Uni<Optional<UUID>> accountOf(UUID profile) {
        return findById(profile)
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownRecipientException(profile))
                .map(found -> Optional.ofNullable(found.getAccountId()));
    }
}
