package health.cloudcare.auth.registration;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** The two roles of this surface, however they are written. */
final class UserTypes {

    private static final List<String> ALLOWED = List.of(Role.PATIENT.name(), Role.DOCTOR.name());

    private UserTypes() {}

    static Role parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (!ALLOWED.contains(name)) {
            throw ProblemType.INVALID.problem(
                    "The request is not valid.",
                    Map.of(
                            "errors",
                            List.of(new FieldError("user_type", "must be patient or doctor", "enum")),
                            ProblemType.DETAILS,
                            Map.of("allowed_values", ALLOWED)));
        }
        return Role.valueOf(name);
    }
}
