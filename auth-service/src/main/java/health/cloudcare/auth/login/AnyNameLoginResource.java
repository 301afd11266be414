package health.cloudcare.auth.login;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.session.TokenResponse;

/** The same sign-in where the Auth Service documents it. */
@Path("/auth")
@PermitAll
public class AnyNameLoginResource {

    private final LoginResource login;

    AnyNameLoginResource(LoginResource login) {
        this.login = login;
    }

    @POST
    @Path("login")
    public Uni<TokenResponse> login(@NotNull @Valid LoginRequest request) {
        return login.login(request);
    }
}
