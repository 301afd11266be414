package health.cloudcare.auth.password;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Argon2id with the parameters OWASP recommends: 19 MiB, two passes, one lane. A fixed number of threads bounds the memory
 * and leaves cores to the rest; when the queue is full, callers are asked to come back.
 */
@ApplicationScoped
public class PasswordHashing {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    private final ExecutorService threads;
    private final String nobodysHash = hashNow("the password of nobody");

    PasswordHashing(
            @ConfigProperty(name = "cloudcare.password.threads") int threads,
            @ConfigProperty(name = "cloudcare.password.queue") int queue) {
        int bounded = threads > 0 ? threads : halfOfTheProcessors();
        this.threads = new ThreadPoolExecutor(
                bounded,
                bounded,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                task -> new Thread(task, "password-hashing"));
    }

    /** A storm of sign-ins leaves the other half to everything else. */
    private static int halfOfTheProcessors() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    public Uni<String> hash(String password) {
        return onOwnThreads(() -> hashNow(password));
    }

    /**
     * Whether this is the password, by a hash of ours or one that came with an account from elsewhere: bcrypt ($2a, $2b, $2y)
     * of any cost, or Argon2 of any strength. Of a password longer than 72 bytes bcrypt has only ever read the first 72;
     * Argon2id reads all of it, so the upgrade makes the rest count.
     *
     * <p>An account that does not exist (no hash) takes as long as one whose hash is of today's strength, so that time
     * tells nothing; older hashes take their own time until they are upgraded.
     */
    public Uni<Verdict> check(String password, @Nullable String hash) {
        return onOwnThreads(() -> checkNow(password, hash));
    }

    /** {@link #check} for callers that do not upgrade. */
    public Uni<Boolean> matches(String password, @Nullable String hash) {
        return check(password, hash).map(Verdict::matches);
    }

    private Verdict checkNow(String password, @Nullable String hash) {
        Optional<StoredHash> stored = Optional.ofNullable(hash).flatMap(text -> StoredHash.parse(text, ARGON2ID));
        if (stored.isEmpty()) {
            ARGON2ID.check(password, nobodysHash);
            return Verdict.WRONG;
        }
        return stored.get().isOf(password) ? new Verdict(true, !stored.get().asStrongAsOurs()) : Verdict.WRONG;
    }

    private static String hashNow(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }

    private <T> Uni<T> onOwnThreads(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            Uni<T> result = Uni.createFrom()
                    .item(work)
                    .runSubscriptionOn(threads)
                    .onFailure(RejectedExecutionException.class)
                    .transform(full -> ProblemType.UNAVAILABLE.retryAfter(
                            Duration.ofSeconds(2), "Too many people are signing in. Try again shortly."));
            return caller == null ? result : result.emitOn(command -> caller.runOnContext(ignored -> command.run()));
        });
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
