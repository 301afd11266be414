package health.cloudcare.auth.session;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.problem.ProblemType;

@Path("/api/v1/auth/me")
@Authenticated
public class MeResource {

    private final CallerIdentity identity;

    MeResource(CallerIdentity identity) {
        this.identity = identity;
    }

    /** A token outlives its session by minutes; here it ends with it. */
    @GET
    @WithSession
    public Uni<UserResponse> me() {
        Caller caller = identity.caller();
        return Panache.getSession()
                .chain(database -> liveSession(database, caller.sessionId())
                        .chain(session -> database.find(Account.class, session.accountId())))
                .map(account -> answer(caller, account));
    }

    private static Uni<Session> liveSession(Mutiny.Session database, @Nullable String sessionId) {
        if (sessionId == null) {
            return Uni.createFrom().failure(ended());
        }
        return database.find(Session.class, UUID.fromString(sessionId)).map(session -> {
            if (session == null || !session.isLive()) {
                throw ended();
            }
            return session;
        });
    }

    private static UserResponse answer(Caller caller, @Nullable Account account) {
        if (account == null || !account.isActive() || !account.id().equals(caller.accountId())) {
            throw ended();
        }
        return UserResponse.of(account);
    }

    private static RuntimeException ended() {
        return ProblemType.UNAUTHENTICATED.problem("This session has ended. Sign in again.");
    }
}
