package health.cloudcare.auth.signup;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.auth.profile.Profiles;

/**
 * Undoes signups that did not come to an end: the owner of the profile first, who from then on refuses a registration that is
 * still on its way, and then ours. Every step may be repeated.
 */
@ApplicationScoped
class SignupCleanup {

    private static final Logger LOG = Logger.getLogger(SignupCleanup.class);
    private static final int BATCH = 50;

    private final SignupSteps steps;
    private final Profiles profiles;

    SignupCleanup(SignupSteps steps, Profiles profiles) {
        this.steps = steps;
        this.profiles = profiles;
    }

    /**
     * Fails when the other side cannot be asked; the next run tries again. A signup whose last step has been committed,
     * though the answer to that was lost, stays as it is: its owner can log in.
     */
    Uni<Void> undo(SignupSteps.Unfinished signup) {
        return steps.abandon(signup.accountId())
                .chain(abandoned ->
                        abandoned ? forget(signup) : Uni.createFrom().voidItem());
    }

    private Uni<Void> forget(SignupSteps.Unfinished signup) {
        return profiles.cancel(signup.role(), signup.profileId())
                .chain(() -> steps.remove(signup.accountId()))
                .invoke(() -> LOG.infof("the unfinished signup of account %s is undone", signup.accountId()));
    }

    @Scheduled(every = "{cloudcare.signup.recovery-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> undoUnfinished() {
        return steps.abandonUnfinished(BATCH)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(this::tryToUndo)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> tryToUndo(SignupSteps.Unfinished signup) {
        return undo(signup)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the signup of account %s cannot be undone yet: %s", signup.accountId(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
