package health.cloudcare.auth.identifier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.delivery.SecurityNotices;
import health.cloudcare.auth.session.Revocations;
import health.cloudcare.auth.session.SuccessResponse;

@Path("/api/v1/auth/me/password")
@Authenticated
public class PasswordResource {

    private final PasswordChange passwordChange;
    private final Revocations revocations;
    private final SecurityNotices notices;

    PasswordResource(PasswordChange passwordChange, Revocations revocations, SecurityNotices notices) {
        this.passwordChange = passwordChange;
        this.revocations = revocations;
        this.notices = notices;
    }

    /** @param currentPassword required when the account has one */
    record ChangePasswordRequest(
            @Size(max = 256) @Nullable String currentPassword,
            @NotNull @Size(max = 256) String newPassword) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @PUT
    public Uni<SuccessResponse> change(@NotNull @Valid ChangePasswordRequest request) {
        return passwordChange
                .change(request.currentPassword(), request.newPassword())
                .call(revocations::announce)
                .invoke(notices::passwordChanged)
                .replaceWith(SuccessResponse.of("Your password is changed. You are signed out everywhere else."));
    }
}
