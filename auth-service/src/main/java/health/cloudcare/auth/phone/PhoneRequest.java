package health.cloudcare.auth.phone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** A telephone number, as sign-in and the resends take it. */
record PhoneRequest(
        @NotBlank @Size(max = 20) String phone,
        @Min(1) @Max(999) @Nullable Integer countryCode) {

    @Override
    public String toString() {
        return "***";
    }
}
