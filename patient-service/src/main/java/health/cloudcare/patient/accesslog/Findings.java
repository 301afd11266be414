package health.cloudcare.patient.accesslog;

import java.util.ArrayList;
import java.util.List;

/** Problems, of which only the first are kept: a log that was replaced as a whole has one for every entry. */
final class Findings {

    static final int MOST_KEPT = 100;

    private final List<ChainProblem> kept = new ArrayList<>();
    private long count;

    void add(ChainProblem problem) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(problem);
        }
    }

    void addAll(Findings others) {
        others.kept.forEach(this::add);
        count += others.count - others.kept.size();
    }

    List<ChainProblem> kept() {
        return List.copyOf(kept);
    }

    long count() {
        return count;
    }
}
