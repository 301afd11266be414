package health.cloudcare.auth.passwordreset;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.delivery.Background;
import health.cloudcare.auth.delivery.Channel;
import health.cloudcare.auth.delivery.DeliveryHealth;
import health.cloudcare.auth.delivery.DeliveryProblems;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.delivery.SecurityNotices;
import health.cloudcare.auth.otp.CodeLimits;
import health.cloudcare.auth.session.Revocations;
import health.cloudcare.auth.session.SuccessResponse;
import health.cloudcare.auth.throttle.FailedSignIns;

@Path("/auth")
@PermitAll
public class PasswordResetResource {

    private static final SuccessResponse PERHAPS_SENT =
            SuccessResponse.of("If there is an account with this address, a code is on its way.");

    private final PasswordReset passwordReset;
    private final CodeLimits limits;
    private final FailedSignIns failures;
    private final Revocations revocations;
    private final SecurityNotices notices;
    private final DeliveryHealth health;
    private final Background background;

    PasswordResetResource(
            PasswordReset passwordReset,
            CodeLimits limits,
            FailedSignIns failures,
            Revocations revocations,
            SecurityNotices notices,
            DeliveryHealth health,
            Background background) {
        this.passwordReset = passwordReset;
        this.limits = limits;
        this.failures = failures;
        this.revocations = revocations;
        this.notices = notices;
        this.health = health;
        this.background = background;
    }

    /** The answer comes before anybody looks for the account, so neither it nor its time tells whether there is one. */
    @POST
    @Path("forgot-password")
    public Uni<SuccessResponse> forgotten(@NotNull @Valid ForgotPasswordRequest request) {
        return limits.beforeCode(Destination.email(request.email())).map(admitted -> {
            if (health.isDown(Channel.EMAIL)) {
                throw DeliveryProblems.unavailable(Channel.EMAIL);
            }
            background.run("sending a code for a new password", () -> passwordReset.sendCodeIfKnown(request.email()));
            return PERHAPS_SENT;
        });
    }

    @POST
    @Path("reset-password")
    public Uni<SuccessResponse> reset(@NotNull @Valid ResetPasswordRequest request) {
        return limits.beforeGuess(Destination.email(request.email()))
                .chain(() -> passwordReset.reset(request))
                .call(revocations::announce)
                // whoever failed before was locked out of a password that is no more
                .call(account -> failures.clear(FailedSignIns.keyOf(account.id())))
                .invoke(notices::passwordChanged)
                .replaceWith(SuccessResponse.of("Your password is changed. Sign in with the new one."));
    }
}
