package health.cloudcare.auth.phone;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** What every call of this surface passes before it does anything: the place of limits per address, number and challenge. */
@ApplicationScoped
class PhoneLimits {

    /** A code is about to be sent to that number. */
    Uni<Void> beforeCode(String phone) {
        return Uni.createFrom().voidItem();
    }

    /** A guess at a code is about to be compared. */
    Uni<Void> beforeGuess() {
        return Uni.createFrom().voidItem();
    }
}
