package health.cloudcare.auth.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.account.Account;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.problem.ProblemType;

/** The session and account of a request. A token outlives its session by minutes; here it ends with it. */
@ApplicationScoped
public class CurrentSession {

    private static final ProblemType ENDED = new ProblemType("SESSION_ERROR", 401, "Session ended");

    private final CallerIdentity identity;
    private final LiveSessions sessions;

    CurrentSession(CallerIdentity identity, LiveSessions sessions) {
        this.identity = identity;
        this.sessions = sessions;
    }

    record SignedIn(Account account, Session session) {}

    /** Within the caller's transaction; fails with a 401 problem when the session has ended. Notes the activity. */
    Uni<SignedIn> require() {
        Caller caller = identity.caller();
        return sessions.require(caller.accountId(), caller.sessionId()).map(live -> {
            if (live.session().isDevice()) {
                // a device sends readings and has no part in its owner's account
                throw ended();
            }
            return live;
        });
    }

    /** The account alone. */
    public Uni<Account> requireAccount() {
        return require().map(SignedIn::account);
    }

    /** The account with what its owner may know of the session. */
    public Uni<OwnSession> requireOwn() {
        return require()
                .map(me -> new OwnSession(
                        me.account(),
                        me.session().id(),
                        me.session().createdAt(),
                        me.session().expiresAt()));
    }

    static HttpProblem ended() {
        return ENDED.problem("This session has ended. Sign in again.");
    }
}
