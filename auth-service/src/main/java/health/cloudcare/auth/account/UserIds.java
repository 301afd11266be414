package health.cloudcare.auth.account;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

import health.cloudcare.servicekit.identity.Role;

/** Public ids: short enough to be read out, random so that they tell nothing, and never a proof of anything. */
final class UserIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ALL = 100_000_000;

    private UserIds() {}

    /** Whether it is free shows when it is stored. Only patients and doctors have one. */
    static Optional<String> draw(Role role) {
        return switch (role) {
            case PATIENT -> Optional.of(draw("PAT"));
            case DOCTOR -> Optional.of(draw("DOC"));
            case HOSPITAL_ADMIN, SYSTEM_ADMIN, SERVICE, DEVICE -> Optional.empty();
        };
    }

    private static String draw(String prefix) {
        return String.format(Locale.ROOT, "%s%08d", prefix, RANDOM.nextInt(ALL));
    }
}
