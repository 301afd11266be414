package health.cloudcare.auth.phone;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.servicekit.answer.SuccessAnswer;

@Path("/auth/signup")
@PermitAll
public class PhoneSignUpResource {

    private final PhoneSignUp signUp;
    private final PhoneVerification verification;
    private final PhoneNumbers numbers;
    private final Clock clock;

    PhoneSignUpResource(PhoneSignUp signUp, PhoneVerification verification, PhoneNumbers numbers, Clock clock) {
        this.signUp = signUp;
        this.verification = verification;
        this.numbers = numbers;
        this.clock = clock;
    }

    @POST
    public Uni<SuccessAnswer> signUp(@NotNull @Valid PhoneSignUpRequest request) {
        String phone = numbers.parse(request.phone(), request.countryCode());
        return signUp.start(PhoneSignUp.applicant(request, phone))
                .map(id -> PhoneAnswers.codeSent(id, clock.instant()));
    }

    @POST
    @Path("resendotp")
    public Uni<SuccessAnswer> sendAgain(@NotNull @Valid PhoneRequest request) {
        return signUp.sendAgain(numbers.parse(request.phone(), request.countryCode()))
                .map(id -> PhoneAnswers.codeSent(id, clock.instant()));
    }

    @POST
    @Path("verify/{id}")
    public Uni<RestResponse<SuccessAnswer>> verify(@PathParam("id") String id, @NotNull @Valid VerifyRequest request) {
        return verification
                .verify(id, request)
                .map(signedIn -> PhoneAnswers.signedIn("You are signed up.", signedIn, clock.instant()));
    }
}
