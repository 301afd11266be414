package health.cloudcare.localstack.supervisor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps one process running: starts it, starts it again when it dies, with growing pauses when it keeps dying. */
final class Watch implements Runnable {
    /** A process that never became ready is given up after so many attempts; one that was is never given up. */
    private static final int FIRST_ATTEMPTS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STABLE = Duration.ofSeconds(60);

    private final ManagedProcess process;
    private final StateBoard board;
    private final Console console;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Watch(ManagedProcess process, StateBoard board, Console console) {
        this.process = process;
        this.board = board;
        this.console = console;
    }

    ManagedProcess process() {
        return process;
    }

    CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    @Override
    public void run() {
        try {
            keepRunning();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            firstReady.completeExceptionally(e);
        }
    }

    void stop() throws Exception {
        stopping.countDown();
        process.stop();
    }

    private void keepRunning() throws InterruptedException {
        int failures = 0;
        while (!isStopping()) {
            String cause = start();
            if (cause.isEmpty()) {
                long since = System.nanoTime();
                cause = awaitEnd();
                failures = System.nanoTime() - since > STABLE.toNanos() ? 0 : failures;
            }
            if (isStopping()) {
                return;
            }
            failures++;
            if (!firstReady.isDone() && failures >= FIRST_ATTEMPTS) {
                firstReady.completeExceptionally(new StartFailedException(process.name(), cause));
                return;
            }
            pause(cause, failures);
        }
    }

    /** Returns why it failed, or nothing when the process is ready. */
    private String start() throws InterruptedException {
        try {
            board.starting(process);
            process.start();
            board.ready(process);
            console.ready(process.name(), board.elapsed(), firstReady.isDone());
            firstReady.complete(null);
            return "";
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            discard();
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    /** A process that is alive but did not become ready. */
    private void discard() throws InterruptedException {
        try {
            process.stop();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            console.line(process.name() + " does not stop: " + e.getMessage());
        }
    }

    private String awaitEnd() throws InterruptedException {
        var running = process.process();
        return running.isEmpty()
                ? "it is gone"
                : "it ended with exit code " + running.get().waitFor();
    }

    private void pause(String cause, int failures) throws InterruptedException {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        board.restarting(process);
        console.restarting(process.name(), cause, bounded);
        stopping.await(bounded.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
