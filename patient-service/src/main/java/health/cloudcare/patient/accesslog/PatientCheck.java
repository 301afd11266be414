package health.cloudcare.patient.accesslog;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.accesslog.ChainProblem.Kind;

/** One patient's chain against everything that vouches for it. */
final class PatientCheck {

    /** The relay needs a second; after a while without a broker nobody keeps anything apart, which somebody should know. */
    private static final Duration TIME_TO_KEEP_APART = Duration.ofMinutes(10);

    private final UUID patientId;
    private final Vouchers vouchers;
    private final ChainWalk walk;
    private final Findings findings = new Findings();
    private long entries;

    PatientCheck(UUID patientId, Vouchers vouchers) {
        this.patientId = patientId;
        this.vouchers = vouchers;
        this.walk = new ChainWalk(vouchers.anchor());
    }

    /**
     * @param head the row beside the log
     * @param anchor what retention left
     * @param apart the newest head that was kept apart and is signed by us; read before the log, so the log may be longer
     * @param contradicted number of the first entry of which a head that was kept apart says something else
     */
    record Vouchers(
            @Nullable SealedPoint head,
            @Nullable SealedPoint anchor,
            @Nullable ApartHead apart,
            @Nullable Long contradicted) {}

    /** In the order of sequences. */
    void next(Entry entry) {
        entries++;
        walk.step(entry).forEach(findings::add);
        compareWithHead(entry);
    }

    long entries() {
        return entries;
    }

    /** After the last entry. */
    Findings finish(ChainSeals seals, Instant now) {
        checkAnchor(seals);
        SealedPoint head = vouchers.head();
        if (head == null) {
            add(walk.sequence(), Kind.HEAD_MISSING);
        } else if (head.sequence() > 0 && !isSealed(head, seals)) {
            add(head.sequence(), Kind.HEAD_FORGED);
        }
        if (vouchers.contradicted() != null) {
            add(vouchers.contradicted(), Kind.REWRITTEN);
        }
        long vouchedFor = Math.max(head == null ? 0 : head.sequence(), apartSequence());
        if (walk.sequence() < vouchedFor) {
            add(walk.sequence() + 1, Kind.TRUNCATED);
        }
        if (head != null
                && head.sequence() > apartSequence()
                && head.signedAt().isBefore(now.minus(TIME_TO_KEEP_APART))) {
            add(head.sequence(), Kind.NOT_KEPT_APART);
        }
        return findings;
    }

    private void compareWithHead(Entry entry) {
        SealedPoint head = vouchers.head();
        if (head == null) {
            return;
        }
        if (entry.sequence() > head.sequence()) {
            add(entry.sequence(), Kind.UNEXPECTED);
        } else if (entry.sequence() == head.sequence() && !entry.hash().equals(head.hash())) {
            add(entry.sequence(), Kind.HEAD_DIFFERS);
        }
    }

    private void checkAnchor(ChainSeals seals) {
        SealedPoint anchor = vouchers.anchor();
        if (anchor == null) {
            return;
        }
        if (!seals.isAnchor(anchor)) {
            add(anchor.sequence(), Kind.ANCHOR_FORGED);
        }
        SealedPoint head = vouchers.head();
        if (head != null && head.sequence() == anchor.sequence() && !head.hash().equals(anchor.hash())) {
            add(anchor.sequence(), Kind.HEAD_DIFFERS);
        }
    }

    /** The same head was verified already when it was read from where it is kept apart. */
    private boolean isSealed(SealedPoint head, ChainSeals seals) {
        ApartHead apart = vouchers.apart();
        return apart != null && apart.isOf(head) || seals.isHead(head);
    }

    private long apartSequence() {
        ApartHead apart = vouchers.apart();
        return apart == null ? 0 : apart.sequence();
    }

    private void add(long sequence, Kind kind) {
        findings.add(new ChainProblem(patientId, sequence, kind));
    }
}
