package health.cloudcare.patient.accesslog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The oldest entries of a patient, up to the first that stays. What was tampered with stays as well: it is evidence. */
final class OldPrefix {

    private final @Nullable SealedPoint before;
    private final @Nullable SealedPoint head;
    private final ChainWalk walk;
    private @Nullable Entry last;
    private int length;
    private boolean ended;
    private boolean broken;

    /**
     * @param before where the removed entries before end
     * @param head of the newest entry
     */
    OldPrefix(@Nullable SealedPoint before, @Nullable SealedPoint head) {
        this.before = before;
        this.head = head;
        this.walk = new ChainWalk(before);
    }

    /** In the order of sequences. */
    void next(Entry entry, Instant cutoff) {
        broken |= !walk.step(entry).isEmpty();
        ended |= !entry.access().occurredAt().isBefore(cutoff) || head == null || entry.sequence() > head.sequence();
        if (!ended) {
            last = entry;
            length++;
        }
    }

    boolean isGenuine(ChainSeals seals) {
        return !broken && (before == null || seals.isAnchor(before)) && head != null && seals.isHead(head);
    }

    int length() {
        return length;
    }

    SealedPoint anchor(ChainSeals seals, Instant now) {
        if (last == null) {
            throw new IllegalStateException("nothing goes");
        }
        return seals.anchor(last.access().patientId(), last.sequence(), last.hash(), now);
    }
}
