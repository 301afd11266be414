package health.cloudcare.auth.phone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.delivery.Destination;

/**
 * A code that came by SMS.
 *
 * @param phone may be repeated, and must then be the one the code was sent to
 */
record VerifyRequest(
        @NotBlank @Size(max = 20) String otp,
        @Size(max = 20) @Nullable String phone,
        @Min(1) @Max(999) @Nullable Integer countryCode) {

    @Nullable
    Destination destination(PhoneNumbers numbers) {
        return phone == null || phone.isBlank() ? null : Destination.phone(numbers.parse(phone, countryCode));
    }

    @Override
    public String toString() {
        return "***";
    }
}
