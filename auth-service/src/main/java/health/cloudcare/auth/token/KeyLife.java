package health.cloudcare.auth.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a key is used for, and when. Instants that begin something belong to it, those that end something do not.
 *
 * @param createdAt published from here on
 * @param signsUntil null while no key is there to follow
 * @param verifiesUntil published until here; null with {@code signsUntil}
 */
record KeyLife(
        Instant createdAt,
        Instant signsFrom,
        @Nullable Instant signsUntil,
        @Nullable Instant verifiesUntil) {

    enum State {
        /** Published ahead of its use, so that everybody knows it by then. */
        UPCOMING,
        SIGNING,
        /** Signs no more; tokens it signed are still good. */
        VERIFYING,
        /** Nothing it signed is accepted. */
        RETIRED
    }

    KeyLife {
        if ((signsUntil == null) != (verifiesUntil == null)) {
            throw new IllegalArgumentException("a key that ends signing ends verifying some time");
        }
    }

    static KeyLife signingFrom(Instant signsFrom, Instant createdAt) {
        return new KeyLife(createdAt, signsFrom, null, null);
    }

    KeyLife ending(Instant signsUntil, Instant verifiesUntil) {
        return new KeyLife(createdAt, signsFrom, signsUntil, verifiesUntil);
    }

    State at(Instant now) {
        if (verifiesUntil != null && !now.isBefore(verifiesUntil)) {
            return State.RETIRED;
        }
        if (now.isBefore(signsFrom)) {
            return State.UPCOMING;
        }
        return signsUntil == null || now.isBefore(signsUntil) ? State.SIGNING : State.VERIFYING;
    }
}
