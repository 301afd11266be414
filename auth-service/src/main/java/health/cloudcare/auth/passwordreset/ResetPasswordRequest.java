package health.cloudcare.auth.passwordreset;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record ResetPasswordRequest(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 20) String otp,
        @NotNull @Size(max = 256) String newPassword) {

    @Override
    public String toString() {
        return "***";
    }
}
