package health.cloudcare.auth.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.delivery.Background;
import health.cloudcare.auth.delivery.Channel;
import health.cloudcare.auth.delivery.DeliveryHealth;
import health.cloudcare.auth.delivery.DeliveryProblems;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.otp.CodeLimits;
import health.cloudcare.auth.session.SuccessResponse;

/** The Auth Service registration: an account once the code that was sent by e-mail comes back. */
@Path("/auth")
@PermitAll
public class CodeRegistrationResource {

    private static final SuccessResponse PERHAPS_SENT =
            SuccessResponse.of("If a registration under this address waits for a code, one is on its way.");

    private final Registrations registrations;
    private final Verification verification;
    private final CodeLimits limits;
    private final DeliveryHealth health;
    private final Background background;

    CodeRegistrationResource(
            Registrations registrations,
            Verification verification,
            CodeLimits limits,
            DeliveryHealth health,
            Background background) {
        this.registrations = registrations;
        this.verification = verification;
        this.limits = limits;
        this.health = health;
        this.background = background;
    }

    record VerifyOtpRequest(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 20) String otp) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record EmailRequest(@NotBlank @Email @Size(max = 254) String email) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @POST
    @Path("register")
    public Uni<RegisteredResponse> register(@NotNull @Valid RegisterRequest request) {
        return registrations.register(request);
    }

    @POST
    @Path("verify-otp")
    public Uni<Verification.VerifiedResponse> verify(@NotNull @Valid VerifyOtpRequest request) {
        return limits.beforeGuess(Destination.email(request.email()))
                .chain(() -> verification.verify(request.email(), request.otp()));
    }

    /** The answer comes before anybody looks for the address, so neither it nor its time tells what is there. */
    @POST
    @Path("generate-otp")
    public Uni<SuccessResponse> generate(@NotNull @Valid EmailRequest request) {
        return limits.beforeCode(Destination.email(request.email())).map(admitted -> {
            if (health.isDown(Channel.EMAIL)) {
                throw DeliveryProblems.unavailable(Channel.EMAIL);
            }
            background.run("sending another code", () -> registrations.sendAgainIfPending(request.email()));
            return PERHAPS_SENT;
        });
    }

    /** The older name of the same call. */
    @POST
    @Path("send-otp")
    public Uni<SuccessResponse> send(@NotNull @Valid EmailRequest request) {
        return generate(request);
    }
}
