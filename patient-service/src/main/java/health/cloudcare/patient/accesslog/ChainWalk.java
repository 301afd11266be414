package health.cloudcare.patient.accesslog;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.accesslog.ChainProblem.Kind;

/** Follows a patient's chain from its first entry, or from where retention left it, and finds where it is not what it was. */
final class ChainWalk {

    private long sequence;
    private EntryHash hash;

    ChainWalk(@Nullable SealedPoint anchor) {
        this.sequence = anchor == null ? 0 : anchor.sequence();
        this.hash = anchor == null ? EntryHash.NONE : anchor.hash();
    }

    /** Number of the last entry so far. */
    long sequence() {
        return sequence;
    }

    /** As that entry was stored. */
    EntryHash hash() {
        return hash;
    }

    /** What is wrong with the next entry, in the order of sequences. A gap is told once, at its beginning. */
    List<ChainProblem> step(Entry entry) {
        List<ChainProblem> problems = new ArrayList<>();
        if (entry.sequence() <= sequence) {
            return List.of(problem(entry, entry.sequence(), Kind.UNEXPECTED));
        }
        if (entry.sequence() > sequence + 1) {
            problems.add(problem(entry, sequence + 1, Kind.MISSING));
        } else if (!entry.previous().equals(hash)) {
            problems.add(problem(entry, entry.sequence(), Kind.BROKEN_LINK));
        }
        if (!entry.isGenuine()) {
            problems.add(problem(entry, entry.sequence(), Kind.ALTERED));
        }
        sequence = entry.sequence();
        hash = entry.hash();
        return problems;
    }

    private static ChainProblem problem(Entry entry, long sequence, Kind kind) {
        return new ChainProblem(entry.access().patientId(), sequence, kind);
    }
}
