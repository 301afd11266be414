package health.cloudcare.auth.signup;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.auth.account.Applicant;
import health.cloudcare.auth.profile.ProfileRefusal;
import health.cloudcare.auth.profile.ProfileUnavailable;
import health.cloudcare.auth.profile.Profiles;
import health.cloudcare.auth.session.TokenResponse;

/** The app's signups. Blood groups, enumerations and the like are checked by the service that owns the profile. */
@Path("/api/v1/auth")
@PermitAll
public class SignupResource {

    private final Signup signup;
    private final Profiles profiles;

    SignupResource(Signup signup, Profiles profiles) {
        this.signup = signup;
        this.profiles = profiles;
    }

    @POST
    @Path("signup/patient")
    public Uni<RestResponse<TokenResponse>> signUp(@NotNull @Valid PatientSignupRequest request) {
        return told(signup.signUp(request.applicant(), request.password(), request))
                .map(tokens ->
                        created(tokens, "/api/v1/patients/" + tokens.user().patientId() + "/profile"));
    }

    /** The older spelling of the same call. */
    @POST
    @Path("register/patient")
    public Uni<RestResponse<TokenResponse>> register(@NotNull @Valid PatientSignupRequest request) {
        return signUp(request);
    }

    /** The code is public knowledge, so it proves nothing: the hospital has yet to confirm the doctor. */
    @POST
    @Path("signup/doctor")
    public Uni<RestResponse<TokenResponse>> signUp(@NotNull @Valid DoctorSignupRequest request) {
        return told(hospitalOf(request)
                        .chain(hospital -> signup.signUp(
                                request.applicant().affiliatedWith(hospital), request.password(), request)))
                .map(tokens ->
                        created(tokens, "/api/v1/doctors/" + tokens.user().doctorId() + "/profile"));
    }

    @POST
    @Path("signup/hospital")
    public Uni<RestResponse<TokenResponse>> signUp(@NotNull @Valid HospitalSignupRequest request) {
        return told(signup.signUp(request.applicant(), request.password(), request))
                .map(tokens ->
                        created(tokens, "/api/v1/hospitals/" + tokens.user().hospitalId() + "/profile"));
    }

    private Uni<Applicant.Affiliation> hospitalOf(DoctorSignupRequest request) {
        return profiles.hospitalWithCode(request.hospitalCode())
                .onFailure(ProfileRefusal.class)
                .transform(refusal -> SignupProblems.unknownHospitalCode())
                .onFailure(ProfileUnavailable.class)
                .transform(failure -> SignupProblems.unavailable());
    }

    private static Uni<TokenResponse> told(Uni<TokenResponse> signup) {
        return signup.onFailure(IdentifierTakenException.class).transform(taken -> SignupProblems.emailTaken());
    }

    private static RestResponse<TokenResponse> created(TokenResponse tokens, String profile) {
        // relative: what this service is called behind the gateway is nobody's business
        return RestResponse.ResponseBuilder.<TokenResponse>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, profile)
                .entity(tokens)
                .build();
    }
}
