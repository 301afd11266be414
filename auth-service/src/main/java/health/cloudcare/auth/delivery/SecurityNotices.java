package health.cloudcare.auth.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import health.cloudcare.auth.account.Account;

/**
 * Tells the owner of an account what happened to it. Call it once that is committed; it returns at once and never fails, for
 * nothing of what happened depends on the notice.
 */
@ApplicationScoped
public class SecurityNotices {

    private final Delivery delivery;
    private final Background background;

    SecurityNotices(Delivery delivery, Background background) {
        this.delivery = delivery;
        this.background = background;
    }

    public void accountLocked(Account account, Duration locked) {
        String minutes = Long.toString(Math.max(1, locked.plusSeconds(59).toMinutes()));
        tell(Destination.of(account), Template.ACCOUNT_LOCKED, Map.of("locked_minutes", minutes));
    }

    public void passwordChanged(Account account) {
        tell(Destination.of(account), Template.PASSWORD_CHANGED, Map.of());
    }

    /** @param account as it was before: a stranger's new address is no place to tell its owner */
    public void identifierAdded(Account account) {
        tell(Destination.of(account), Template.IDENTIFIER_ADDED, Map.of());
    }

    private void tell(Optional<Destination> owner, Template template, Map<String, String> parameters) {
        owner.ifPresent(destination ->
                background.run("the notice " + template, () -> delivery.send(destination, template, parameters)
                        .replaceWithVoid()));
    }
}
