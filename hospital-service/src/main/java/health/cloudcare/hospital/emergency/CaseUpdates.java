package health.cloudcare.hospital.emergency;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.ProblemType;

/** What a hospital sees and says of its emergency cases. */
@ApplicationScoped
class CaseUpdates {

    private static final ProblemType CASE_STATE = new ProblemType("CASE_STATE", 409, "Not possible in this state");

    private final EmergencyCases cases;
    private final Clock clock;

    CaseUpdates(EmergencyCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @WithSession
    Uni<Page<EmergencyCase>> of(UUID hospitalId, @Nullable CaseStatus status, PageRequest request) {
        return cases.of(hospitalId, status, request);
    }

    @WithSession
    Uni<EmergencyCase> one(UUID hospitalId, UUID caseId) {
        return cases.one(hospitalId, caseId).map(found -> found.orElseThrow(CaseUpdates::unknown));
    }

    @WithTransaction
    Uni<EmergencyCase> change(UUID hospitalId, UUID caseId, CaseChange change, @Nullable String ifMatch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return cases.lock(hospitalId, caseId)
                .map(found -> found.orElseThrow(CaseUpdates::unknown))
                .invoke(found -> {
                    Versions.requireMatch(ifMatch, found.version());
                    requirePossible(found, change);
                    found.change(change, now);
                })
                .call(cases::flush)
                .call(found -> cases.tell(found, now));
    }

    private static HttpProblem unknown() {
        return ProblemType.NOT_FOUND.problem("There is no such case.");
    }

    /** Admission and discharge move a case too; between them it is the hospital's word that counts. */
    private static void requirePossible(EmergencyCase found, CaseChange change) {
        CaseStatus wanted = change.status();
        if (found.status() == CaseStatus.DISCHARGED
                || (wanted != null && !(wanted.isUnderway() && found.status().isUnderway()))) {
            throw CASE_STATE.problem("A case that is %s cannot become that.".formatted(found.status()));
        }
    }
}
