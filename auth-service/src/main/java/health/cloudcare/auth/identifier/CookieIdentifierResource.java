package health.cloudcare.auth.identifier;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.auth.session.SuccessResponse;

/** The same where a session cookie counts: whoever signed up by phone has nothing else to add a name or a password with. */
@Path("/protected/user")
@Authenticated
public class CookieIdentifierResource {

    private final IdentifierResource identifiers;
    private final PasswordResource passwords;

    CookieIdentifierResource(IdentifierResource identifiers, PasswordResource passwords) {
        this.identifiers = identifiers;
        this.passwords = passwords;
    }

    @GET
    @Path("identifiers")
    public Uni<IdentifierResponse.All> list() {
        return identifiers.list();
    }

    @POST
    @Path("identifiers")
    public Uni<RestResponse<Object>> add(@NotNull @Valid AddIdentifierRequest request) {
        return identifiers.add(request);
    }

    @POST
    @Path("identifiers/{id}/verify")
    public Uni<IdentifierResponse.All> verify(
            @PathParam("id") UUID id, @NotNull @Valid IdentifierResource.ProofRequest request) {
        return identifiers.verify(id, request);
    }

    @DELETE
    @Path("identifiers/{kind}")
    public Uni<IdentifierResponse.All> remove(@PathParam("kind") String kind) {
        return identifiers.remove(kind);
    }

    @PUT
    @Path("password")
    public Uni<SuccessResponse> changePassword(@NotNull @Valid PasswordResource.ChangePasswordRequest request) {
        return passwords.change(request);
    }
}
