package health.cloudcare.endtoend;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many things at once, though not all of them: the services share the machine with their callers. */
final class Together {

    private static final int AT_ONCE = 8;

    private Together() {}

    /** The results, in the order of the tasks; the first failure of them when there is one. */
    static <T> List<T> all(List<? extends Callable<T>> tasks) {
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            return executor.invokeAll(tasks).stream().map(Together::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
