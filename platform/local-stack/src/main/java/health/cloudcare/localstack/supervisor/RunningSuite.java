package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** The processes that were started, in stages, and their end in the opposite order. */
final class RunningSuite {
    private final StateBoard board;
    private final Console console;
    private final List<List<Watch>> stages = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean stopping;

    RunningSuite(StateBoard board, Console console) {
        this.board = board;
        this.console = console;
    }

    /** Starts the processes of one stage side by side and returns once each has been ready. */
    void start(List<ManagedProcess> processes) throws StartFailedException, InterruptedException {
        List<Watch> stage = begin(processes);
        var ready = stage.stream().map(Watch::firstReady).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(ready);
        for (CompletableFuture<?> one : ready) {
            // the first failure ends the waiting, the others may still take long
            var unused = one.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        try {
            all.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartFailedException failure
                    ? failure
                    : new StartFailedException("supervisor", String.valueOf(e.getCause()));
        }
    }

    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    void stop() {
        List<List<Watch>> reversed = end();
        if (reversed.isEmpty()) {
            return;
        }
        console.line("Stopping CloudCare");
        for (List<Watch> stage : reversed) {
            stopStage(stage);
        }
        try {
            board.close();
        } catch (IOException e) {
            console.line("The state file stays behind: " + e.getMessage());
        }
        console.line("Stopped.");
        stopped.countDown();
    }

    private synchronized List<Watch> begin(List<ManagedProcess> processes) {
        if (stopping) {
            return List.of();
        }
        List<Watch> stage = processes.stream()
                .map(process -> new Watch(process, board, console))
                .toList();
        stages.add(stage);
        stage.forEach(watch -> Thread.ofPlatform().name(watch.process().name()).start(watch));
        return stage;
    }

    private synchronized List<List<Watch>> end() {
        if (stopping) {
            return List.of();
        }
        stopping = true;
        return stages.reversed();
    }

    private void stopStage(List<Watch> stage) {
        List<Thread> threads = stage.stream()
                .map(watch -> Thread.ofPlatform().start(() -> stop(watch)))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stop(Watch watch) {
        try {
            watch.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            console.line(watch.process().name() + " did not stop cleanly: " + e.getMessage());
        }
    }
}
