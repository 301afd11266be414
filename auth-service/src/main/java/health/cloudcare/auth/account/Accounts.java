package health.cloudcare.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {

    private static final String CREDENTIAL = "select a.id, a.passwordHash, a.status, a.lockedAt from Account a";
    private static final String BY_NAME =
            "select a from Account a join a.identifiers i where i.kind = ?1 and i.key = ?2";

    /** The account of that name however it is written, whatever its state, or null. */
    public Uni<@Nullable Account> named(IdentifierKind kind, String value) {
        return find(BY_NAME, kind, kind.key(value)).firstResult();
    }

    /** Of the account of that name however it is written, or null. */
    public Uni<@Nullable Credential> credentialOf(IdentifierKind kind, String value) {
        return credential(CREDENTIAL + " join a.identifiers i where i.kind = ?1 and i.key = ?2", kind, kind.key(value));
    }

    public Uni<@Nullable Credential> credentialOf(UUID accountId) {
        return credential(CREDENTIAL + " where a.id = ?1", accountId);
    }

    private Uni<@Nullable Credential> credential(String query, Object... parameters) {
        return getSession().chain(session -> {
            var selection = session.createSelectionQuery(query, Object[].class);
            for (int i = 0; i < parameters.length; i++) {
                selection.setParameter(i + 1, parameters[i]);
            }
            return selection.getSingleResultOrNull().map(Accounts::credential);
        });
    }

    private static @Nullable Credential credential(Object @Nullable [] row) {
        return row == null
                ? null
                : new Credential((UUID) row[0], (String) row[1], row[2] == Account.Status.ACTIVE && row[3] == null);
    }

    /** The accounts that any of these names belong to. */
    public Uni<List<Account>> namedByAnyOf(Map<IdentifierKind, String> identifiers) {
        return Multi.createFrom()
                .iterable(identifiers.entrySet())
                .onItem()
                .transformToUniAndConcatenate(name -> named(name.getKey(), name.getValue()))
                .collect()
                .asList()
                .map(found -> found.stream().distinct().toList());
    }

    /** Null when it is gone. */
    public Uni<@Nullable Account> lock(UUID id) {
        return getSession().chain(session -> session.createSelectionQuery("from Account where id = ?1", Account.class)
                .setParameter(1, id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull());
    }

    /** Signups to undo: those known to have failed, those that should have ended long ago, and those nobody proved. */
    public Uni<List<Account>> unfinished(Instant startedBefore, Instant now, int limit) {
        return find(
                        "status = ?1 or (status = ?2 and createdAt < ?3) or (status = ?4 and pendingUntil < ?5) order by createdAt",
                        Account.Status.CANCELLING,
                        Account.Status.PENDING,
                        startedBefore,
                        Account.Status.UNVERIFIED,
                        now)
                .page(0, limit)
                .list();
    }
}
