package health.cloudcare.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {

    /** The account of an address however it is written, or null. */
    public Uni<@Nullable Account> withEmail(String email) {
        return find("emailKey", Account.key(email)).firstResult();
    }

    public Uni<@Nullable Account> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Signups to undo: those known to have failed, and those that should have ended long ago. */
    public Uni<List<Account>> unfinished(Instant startedBefore, int limit) {
        return find(
                        "status = ?1 or (status = ?2 and createdAt < ?3) order by createdAt",
                        Account.Status.CANCELLING,
                        Account.Status.PENDING,
                        startedBefore)
                .page(0, limit)
                .list();
    }
}
