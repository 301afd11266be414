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

    default ConsentState discharge() {
        throw new IllegalTransitionException(this, "ended by a discharge");
    }

    /** What it is once its time is up: no time runs for what is over. */
    default ConsentState expire() {
        return this;
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

    static ConsentState of(ConsentStatus status, boolean admission, boolean timeIsUp) {
        ConsentState state =
                switch (status) {
                    case PENDING -> new Pending(admission);
                    case APPROVED -> admission ? new Admitted() : new Approved();
                    case DENIED -> new Denied();
                    case REVOKED -> new Revoked();
                };
        return timeIsUp ? state.expire() : state;
    }

    /** @param admission whether to approve it admits the patient */
    record Pending(boolean admission) implements ConsentState {
        @Override
        public ConsentStatus status() {
            return ConsentStatus.PENDING;
        }

        @Override
        public ConsentState approve() {
            return admission ? new Admitted() : new Approved();
        }

        @Override
        public ConsentState deny() {
            return new Denied();
        }

        @Override
        public ConsentState expire() {
            return new Expired(this);
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
        public ConsentState expire() {
            return new Expired(this);
        }

        @Override
        public boolean isRevocable() {
            return true;
        }
    }

    /** Approved too, but the patient is in the hospital, which needs it until it discharges them. */
    record Admitted() implements ConsentState {
        @Override
        public ConsentStatus status() {
            return ConsentStatus.APPROVED;
        }

        @Override
        public ConsentState discharge() {
            return expire();
        }

        @Override
        public ConsentState expire() {
            return new Expired(this);
        }

        @Override
        public String label() {
            return "the basis of a running admission";
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

    /** @param was what it was when its time was up: its status is still shown, but without effect */
    record Expired(ConsentState was) implements ConsentState {
        @Override
        public ConsentStatus status() {
            return was.status();
        }

        /** Documented for admissions: what could not be revoked in its time may be afterwards. */
        @Override
        public ConsentState revoke() {
            return isRevocable() ? new Revoked() : ConsentState.super.revoke();
        }

        @Override
        public boolean isRevocable() {
            return was instanceof Admitted;
        }

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
