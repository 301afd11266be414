package health.cloudcare.auth.signup;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.session.TokenResponse;

/** The Health Services registration: an account at once, answered with 200 as documented. */
@Path("/api/v1/auth")
@PermitAll
public class RegistrationResource {

    private final Signup signup;

    RegistrationResource(Signup signup) {
        this.signup = signup;
    }

    @POST
    @Path("register")
    public Uni<TokenResponse> register(@NotNull @Valid RegistrationRequest request) {
        if (request.isForAdministrator()) {
            throw SignupProblems.administratorsAreAppointed();
        }
        return signup.signUp(request.applicant(), request.password(), request.profile())
                .onFailure(IdentifierTakenException.class)
                .transform(taken -> SignupProblems.emailExists());
    }
}
