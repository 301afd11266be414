package health.cloudcare.auth.phone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * The documented sign-up by telephone.
 *
 * @param countryCode of a phone of ten digits
 * @param role the other spelling of {@code userType}; one of them is required
 */
record PhoneSignUpRequest(
        @NotBlank @Size(max = 20) String phone,
        @Min(1) @Max(999) @Nullable Integer countryCode,
        @NotBlank @Size(max = 100) String name,
        @Size(max = 20) @Nullable String role,
        @Size(max = 20) @Nullable String userType) {

    /** Fails with 422 unless patient or doctor is said, once or twice. */
    Role askedRole() {
        List<String> given = Stream.of(role == null ? "" : role, userType == null ? "" : userType)
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        if (given.size() != 1) {
            throw invalid(given.isEmpty() ? "must not be blank" : "must not contradict user_type");
        }
        return switch (given.getFirst()) {
            case "PATIENT" -> Role.PATIENT;
            case "DOCTOR" -> Role.DOCTOR;
            default -> throw invalid("must be patient or doctor");
        };
    }

    private static RuntimeException invalid(String message) {
        return ProblemType.INVALID.problem(
                "The request is not valid.",
                Map.of(
                        "errors",
                        List.of(new FieldError("role", message, "enum")),
                        ProblemType.DETAILS,
                        Map.of("allowed_values", List.of("PATIENT", "DOCTOR"))));
    }

    @Override
    public String toString() {
        return "***";
    }
}
