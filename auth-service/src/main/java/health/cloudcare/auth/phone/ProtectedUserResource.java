package health.cloudcare.auth.phone;

import java.time.Clock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.auth.deletion.AccountDeletion;
import health.cloudcare.auth.session.CurrentSession;
import health.cloudcare.servicekit.answer.SuccessAnswer;

/** What the holder of the cookie does with their own account; the gateway turns the cookie into a token. */
@Path("/protected/user")
@Authenticated
public class ProtectedUserResource {

    private final CurrentSession current;
    private final AccountDeletion deletion;
    private final Connections connections;
    private final Clock clock;

    ProtectedUserResource(CurrentSession current, AccountDeletion deletion, Connections connections, Clock clock) {
        this.current = current;
        this.deletion = deletion;
        this.connections = connections;
        this.clock = clock;
    }

    @GET
    @Path("sessionDetail")
    public Uni<RestResponse<SuccessAnswer>> session(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return Panache.withTransaction(current::requireOwn)
                .chain(own -> connections
                        .of(own.account().role(), authorization)
                        .map(connected -> PhoneAnswers.session(own, connected, clock.instant())))
                .map(answer -> RestResponse.ResponseBuilder.ok(answer)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @POST
    @Path("deleteProfile")
    public Uni<RestResponse<SuccessAnswer>> delete() {
        return deletion.deleteCaller().map(done -> PhoneAnswers.signedOut("Your account is deleted.", clock.instant()));
    }
}
