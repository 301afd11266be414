package health.cloudcare.auth.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

import health.cloudcare.auth.password.PasswordHashing;
import health.cloudcare.contracts.UuidV7;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.secret.SecretValue;

/**
 * Accounts nobody signs up for: the first administrator, from configuration, and in local mode those of the documented demo
 * hospitals. What is there already stays as it is, so changing the configuration later changes no password.
 */
@ApplicationScoped
class ProvidedAccounts {

    private static final Logger LOG = Logger.getLogger(ProvidedAccounts.class);
    private static final String DEMO_PASSWORD = "passme@123";
    private static final String[] DEMO_CODES = {"HC-B2631D", "HC-L9MLES", "HC-E8O2O2", "HC-JXOTB9", "HC-A1NRS2"};
    private static final String[] DEMO_NAMES = {
        "Apollo Hospital Bangalore",
        "Manipal Hospital Whitefield",
        "Fortis Hospital Bangalore",
        "Columbia Asia Hospital Hebbal",
        "Sakra World Hospital"
    };

    private final Accounts accounts;
    private final PasswordHashing passwords;
    private final Clock clock;
    private final boolean local;
    private final Optional<String> adminEmail;
    private final Optional<SecretValue> adminPassword;

    ProvidedAccounts(
            Accounts accounts,
            PasswordHashing passwords,
            Clock clock,
            @ConfigProperty(name = "cloudcare.mode") String mode,
            @ConfigProperty(name = "cloudcare.admin.email") Optional<String> adminEmail,
            @ConfigProperty(name = "cloudcare.admin.password") Optional<SecretValue> adminPassword) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
        this.local = mode.equals("local");
        this.adminEmail = adminEmail;
        this.adminPassword = adminPassword;
    }

    void provide(@Observes StartupEvent start) {
        try {
            VertxContextSupport.subscribeAndAwait(this::provideAll);
        } catch (Throwable e) {
            throw new IllegalStateException("the first accounts cannot be provided", e);
        }
    }

    private Uni<Void> provideAll() {
        Uni<Void> administrator = adminEmail.isPresent() && adminPassword.isPresent()
                ? provide(adminEmail.get(), adminPassword.get().value(), this::administrator)
                : Uni.createFrom().voidItem();
        return administrator.chain(
                () -> local ? demoHospitals() : Uni.createFrom().voidItem());
    }

    private Uni<Void> demoHospitals() {
        return Multi.createFrom()
                .range(1, DEMO_CODES.length + 1)
                .onItem()
                .transformToUniAndConcatenate(number -> provide(
                        "hospital" + number + "@gmail.com",
                        DEMO_PASSWORD,
                        (email, hash) -> demoHospital(number, email, hash)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> provide(String email, String password, AccountMaker maker) {
        return Panache.withSession(() -> accounts.named(IdentifierKind.EMAIL, email))
                .chain(existing -> existing != null
                        ? Uni.createFrom().voidItem()
                        : passwords.hash(password).chain(hash -> add(maker.make(email, hash))));
    }

    private Uni<Void> add(Account account) {
        return Panache.withTransaction(() -> accounts.persist(account))
                .invoke(() -> LOG.infof("account %s (%s) is provided", account.id(), account.role()))
                // another replica was faster
                .onFailure(ConstraintViolationException.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Account administrator(String email, String hash) {
        Instant now = clock.instant();
        return Account.provided(UuidV7.at(now), Role.SYSTEM_ADMIN, "Administrator", email, hash, now);
    }

    private Account demoHospital(int number, String email, String hash) {
        Instant now = clock.instant();
        Account account =
                Account.provided(UuidV7.at(now), Role.HOSPITAL_ADMIN, DEMO_NAMES[number - 1], email, hash, now);
        // the ids hospital-service gives them in its own demo data
        account.administers(
                UUID.fromString("019a0000-0000-7000-8000-00000000000" + number), DEMO_CODES[number - 1], now);
        return account;
    }

    private interface AccountMaker {
        Account make(String email, String passwordHash);
    }
}
