package health.cloudcare.auth.signup;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.auth.session.TokenResponse;

@Path("/api/v1/auth")
@PermitAll
public class PatientSignupResource {

    private final PatientSignup signup;

    PatientSignupResource(PatientSignup signup) {
        this.signup = signup;
    }

    @POST
    @Path("signup/patient")
    public Uni<RestResponse<TokenResponse>> signUp(@NotNull @Valid PatientSignupRequest request) {
        return signup.signUp(request).map(PatientSignupResource::created);
    }

    /** The older spelling of the same call. */
    @POST
    @Path("register/patient")
    public Uni<RestResponse<TokenResponse>> register(@NotNull @Valid PatientSignupRequest request) {
        return signUp(request);
    }

    private static RestResponse<TokenResponse> created(TokenResponse tokens) {
        // relative: what this service is called behind the gateway is nobody's business
        String profile = "/api/v1/patients/" + tokens.user().patientId() + "/profile";
        return RestResponse.ResponseBuilder.<TokenResponse>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, profile)
                .entity(tokens)
                .build();
    }
}
