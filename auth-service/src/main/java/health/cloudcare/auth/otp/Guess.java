package health.cloudcare.auth.otp;

import java.util.UUID;

/** What became of a guess. */
public sealed interface Guess {

    /** The code, which is still to be used up by {@link OneTimeCodes#consume}. */
    record Right(UUID challengeId, UUID accountId, String codeHash) implements Guess {

        @Override
        public String toString() {
            return "right guess at challenge " + challengeId;
        }
    }

    enum Refused implements Guess {
        /** Another code; one try less. */
        WRONG,
        /** The code was sent elsewhere than the caller says; one try less. */
        SENT_ELSEWHERE,
        /** There is no such code (any more): never issued, expired, used, replaced, or out of tries. */
        GONE
    }
}
