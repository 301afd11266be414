package health.cloudcare.auth.login;

import java.time.Duration;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.patientservice.PatientServiceRefusal;
import health.cloudcare.auth.patientservice.PatientServiceUnavailable;
import health.cloudcare.auth.session.TokenResponse;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

@Path("/api/v1/auth/login")
@PermitAll
public class LoginResource {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Login login;

    LoginResource(Login login) {
        this.login = login;
    }

    @POST
    public Uni<TokenResponse> login(@NotNull @Valid LoginRequest request) {
        return login.signIn(request)
                .onFailure(PatientServiceRefusal.class)
                .transform(refusal -> ProblemType.INVALID.problem(
                        "The request is not valid.",
                        List.of(new FieldError("aadhar", "must be an Aadhaar number", "aadhaar"))))
                .onFailure(PatientServiceUnavailable.class)
                .transform(failure -> ProblemType.UNAVAILABLE.retryAfter(
                        TRY_AGAIN, "Signing in with an Aadhaar number is not possible at the moment."));
    }
}
