package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A load that goes on beside something else, until it is told to stop. */
public final class Background {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final FutureTask<Tally> task;

    private Background(ClosedLoop loop, Supplier<byte[]> requests) {
        this.task = new FutureTask<>(() -> loop.run(requests, () -> !stopped.get()));
    }

    public static Background start(ClosedLoop loop, Supplier<byte[]> requests) {
        var background = new Background(loop, requests);
        Thread thread = new Thread(background.task, "background-load");
        thread.setDaemon(true);
        thread.start();
        return background;
    }

    /** Returns when everything it has sent is answered. */
    public Tally stop() throws IOException, InterruptedException {
        stopped.set(true);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("the load in the background failed", e.getCause());
        }
    }
}
