package health.cloudcare.patient.consent;

import java.util.Locale;

/**
 * Where a consent stands at a moment. What may become of it are the methods that its state overrides; every other step fails
 * with {@link IllegalTransitionException}.
 */
sealed interface ConsentState {

    ConsentStatus status();

    default ConsentState approve() {
        throw new IllegalTransitionException(this, "approved");
    }

    default ConsentState deny() {
        throw new IllegalTransitionException(this, "denied");
    }

    default ConsentState revoke() {
        throw new IllegalTransitionException(this, "revoked");
    }

    /** Fails unless nothing is lost with it: it opens nothing and waits for nobody. */
    default void requireDeletable() {
        throw new IllegalTransitionException(this, "deleted");
    }

    default boolean isRevocable() {
        return false;
    }

    /** As a person reads it. */
    default String label() {
        return status().name().toLowerCase(Locale.ROOT);
    }

    static ConsentState of(ConsentStatus status, boolean timeIsUp) {
        return switch (status) {
            case PENDING -> timeIsUp ? new Expired(status) : new Pending();
            case APPROVED -> timeIsUp ? new Expired(status) : new Approved();
            case DENIED -> new Denied();
            case REVOKED -> new Revoked();
        };
    }

    record Pending() implements ConsentState {
        @Override
        public ConsentStatus status() {
            return ConsentStatus.PENDING;
        }

        @Override
        public ConsentState approve() {
            return new Approved();
        }

        @Override
        public ConsentState deny() {
            return new Denied();
        }
    }

    record Approved() implements ConsentState {
        @Override
        public ConsentStatus status() {
            return ConsentStatus.APPROVED;
        }

        @Override
        public ConsentState revoke() {
            return new Revoked();
        }

        @Override
        public boolean isRevocable() {
            return true;
        }
    }

    record Denied() implements ConsentState {
        @Override
        public ConsentStatus status() {
            return ConsentStatus.DENIED;
        }

        @Override
        public void requireDeletable() {
            // a refused request opens nothing
        }
    }

    /** Stays: it is the proof that access was granted and taken back. */
    record Revoked() implements ConsentState {
        @Override
        public ConsentStatus status() {
            return ConsentStatus.REVOKED;
        }
    }

    /** @param status what it was when its time was up: still shown, but without effect */
    record Expired(ConsentStatus status) implements ConsentState {
        @Override
        public void requireDeletable() {
            // whatever it opened is closed
        }

        @Override
        public String label() {
            return "expired";
        }
    }
}
