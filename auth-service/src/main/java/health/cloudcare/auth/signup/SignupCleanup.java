package health.cloudcare.auth.signup;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.auth.patientservice.PatientService;

/**
 * Undoes signups that did not come to an end: the patient's side first, which from then on refuses a registration that is
 * still on its way, and then ours. Every step may be repeated.
 */
@ApplicationScoped
class SignupCleanup {

    private static final Logger LOG = Logger.getLogger(SignupCleanup.class);
    private static final int BATCH = 50;

    private final PendingAccounts pending;
    private final PatientService patientService;

    SignupCleanup(PendingAccounts pending, PatientService patientService) {
        this.pending = pending;
        this.patientService = patientService;
    }

    /**
     * Fails when the other side cannot be asked; the next run tries again. A signup whose last step has been committed,
     * though the answer to that was lost, stays as it is: its owner can log in.
     */
    Uni<Void> undo(PendingAccounts.Unfinished signup) {
        return pending.abandon(signup.accountId())
                .chain(abandoned ->
                        abandoned ? forget(signup) : Uni.createFrom().voidItem());
    }

    private Uni<Void> forget(PendingAccounts.Unfinished signup) {
        return patientService
                .cancel(signup.patientId())
                .chain(() -> pending.remove(signup.accountId()))
                .invoke(() -> LOG.infof("the unfinished signup of account %s is undone", signup.accountId()));
    }

    @Scheduled(every = "{cloudcare.signup.recovery-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> undoUnfinished() {
        return pending.abandonUnfinished(BATCH)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(this::tryToUndo)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> tryToUndo(PendingAccounts.Unfinished signup) {
        return undo(signup)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the signup of account %s cannot be undone yet: %s", signup.accountId(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
