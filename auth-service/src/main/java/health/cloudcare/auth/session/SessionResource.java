package health.cloudcare.auth.session;

import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.problem.ProblemType;

/** Where somebody is signed in, and how to end it. */
@Path("/auth")
@Authenticated
public class SessionResource {

    private final CurrentSession current;
    private final SessionEnding ending;
    private final Revocations revocations;

    SessionResource(CurrentSession current, SessionEnding ending, Revocations revocations) {
        this.current = current;
        this.ending = ending;
        this.revocations = revocations;
    }

    record LoggedOutEverywhere(boolean success, String message, int sessionsEnded) {}

    @GET
    @Path("sessions")
    @WithTransaction
    public Uni<SessionResponse.All> sessions() {
        return current.require().chain(me -> Panache.getSession()
                .chain(database -> ending.liveOf(database, me.account().id()))
                .map(sessions -> sessions.stream()
                        .map(session -> SessionResponse.of(session, me.account(), me.session()))
                        .toList())
                .map(sessions -> new SessionResponse.All(sessions, sessions.size())));
    }

    @POST
    @Path("logout")
    public Uni<SuccessResponse> logout() {
        return Panache.withTransaction(() -> current.require().chain(me -> ending.end(me.session(), SessionEnd.LOGOUT)))
                .chain(revocations::announce)
                .replaceWith(SuccessResponse.of("You are logged out."));
    }

    @POST
    @Path("logout-all")
    public Uni<LoggedOutEverywhere> logoutEverywhere() {
        return Panache.withTransaction(() ->
                        current.require().chain(me -> ending.endAll(me.account().id(), SessionEnd.LOGOUT_ALL)))
                .call(revocations::announce)
                .map(ended -> new LoggedOutEverywhere(true, ended + " sessions ended.", ended));
    }

    /** Ends another session of the caller, such as that of a lost phone. */
    @DELETE
    @Path("sessions/{session_id}")
    public Uni<SuccessResponse> end(@PathParam("session_id") UUID sessionId) {
        return Panache.withTransaction(() ->
                        current.require().chain(me -> ending.end(me.account().id(), sessionId, SessionEnd.LOGOUT)))
                .map(ended -> {
                    if (!ended) {
                        throw ProblemType.NOT_FOUND.problem("You have no such session.");
                    }
                    return SuccessResponse.of("The session ended.");
                })
                .call(revocations::announce);
    }
}
