package health.cloudcare.auth.login;

import java.time.Duration;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.profile.ProfileRefusal;
import health.cloudcare.auth.profile.ProfileUnavailable;
import health.cloudcare.auth.session.TokenResponse;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** The app's sign-in, and that of Health Services. Takes every name and answers the superset. */
@Path("/api/v1/auth")
@PermitAll
public class LoginResource {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Login login;

    LoginResource(Login login) {
        this.login = login;
    }

    @POST
    @Path("login")
    public Uni<TokenResponse> login(@NotNull @Valid LoginRequest request) {
        return login.signIn(request)
                .onFailure(ProfileRefusal.class)
                .transform(refusal -> ProblemType.INVALID.problem(
                        "The request is not valid.",
                        List.of(new FieldError("aadhar", "must be an Aadhaar number", "aadhaar"))))
                .onFailure(ProfileUnavailable.class)
                .transform(failure -> ProblemType.UNAVAILABLE.retryAfter(
                        TRY_AGAIN, "Signing in with an Aadhaar number is not possible at the moment."));
    }
}
