package health.cloudcare.patient.accesslog;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What one call of the verification found.
 *
 * @param patients how many logs were verified
 * @param problems the first {@value Findings#MOST_KEPT} of them
 * @param problemCount all of them
 * @param next where the next call goes on; null when all logs were verified
 */
record VerificationResponse(
        long patients,
        long entries,
        List<ChainProblem> problems,
        long problemCount,
        boolean ok,
        @Nullable UUID next) {

    static VerificationResponse nothing(@Nullable UUID next) {
        return new VerificationResponse(0, 0, List.of(), 0, true, next);
    }

    static VerificationResponse of(long patients, long entries, Findings findings, @Nullable UUID next) {
        return new VerificationResponse(
                patients, entries, findings.kept(), findings.count(), findings.count() == 0, next);
    }

    VerificationResponse followedBy(VerificationResponse later) {
        List<ChainProblem> first = Stream.concat(problems.stream(), later.problems.stream())
                .limit(Findings.MOST_KEPT)
                .toList();
        return new VerificationResponse(
                patients + later.patients,
                entries + later.entries,
                first,
                problemCount + later.problemCount,
                ok && later.ok,
                later.next);
    }
}
