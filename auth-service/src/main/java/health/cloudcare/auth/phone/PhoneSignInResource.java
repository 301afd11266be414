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

@Path("/auth/signin")
@PermitAll
public class PhoneSignInResource {

    private final PhoneSignIn signIn;
    private final PhoneNumbers numbers;
    private final Clock clock;

    PhoneSignInResource(PhoneSignIn signIn, PhoneNumbers numbers, Clock clock) {
        this.signIn = signIn;
        this.numbers = numbers;
        this.clock = clock;
    }

    @POST
    public Uni<SuccessAnswer> signIn(@NotNull @Valid PhoneRequest request) {
        return signIn.start(numbers.parse(request.phone(), request.countryCode()))
                .map(id -> PhoneAnswers.codeSent(id, clock.instant()));
    }

    @POST
    @Path("resendotp")
    public Uni<SuccessAnswer> sendAgain(@NotNull @Valid PhoneRequest request) {
        return signIn.sendAgain(numbers.parse(request.phone(), request.countryCode()))
                .map(id -> PhoneAnswers.codeSent(id, clock.instant()));
    }

    @POST
    @Path("verify/{id}")
    public Uni<RestResponse<SuccessAnswer>> verify(@PathParam("id") String id, @NotNull @Valid VerifyRequest request) {
        return signIn.verify(id, request)
                .map(signedIn -> PhoneAnswers.signedIn("You are signed in.", signedIn, clock.instant()));
    }
}
