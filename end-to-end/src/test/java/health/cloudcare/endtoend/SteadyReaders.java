package health.cloudcare.endtoend;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import health.cloudcare.journey.Answer;

/** Patients who read without a pause and renew their tokens all the time, and remember everything that went wrong. */
final class SteadyReaders implements AutoCloseable {

    private final ExecutorService executor;
    private final AtomicInteger reads = new AtomicInteger();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** @param patients whose records can be read already */
    SteadyReaders(List<SignedIn> patients, List<String> paths) {
        executor = Executors.newFixedThreadPool(patients.size());
        patients.forEach(patient -> executor.submit(() -> readOn(patient, paths)));
    }

    int reads() {
        return reads.get();
    }

    /** The ids of the keys that signed the tokens with which something was read. */
    Set<String> keys() {
        return Set.copyOf(keys);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    private void readOn(SignedIn first, List<String> paths) {
        SignedIn current = first;
        while (!stopped) {
            try {
                for (String path : paths) {
                    read(
                            current,
                            path.replace("{patient_id}", current.profileId().toString()));
                }
                // the first token is used to the end: its key must stay good
                read(first, Revocation.OTHERS_ROUTE);
                current = current.renewed();
            } catch (UncheckedIOException noAnswer) {
                failures.add("no answer: " + noAnswer.getMessage());
            } catch (RuntimeException e) {
                failures.add("renewing: " + e.getMessage());
            }
        }
    }

    private void read(SignedIn reader, String path) {
        Answer answer = reader.gateway().get(path, Map.of(), reader.token());
        if (answer.status() == 200) {
            reads.incrementAndGet();
            keys.add(String.valueOf(Forgery.of(reader.token()).header().get("kid")));
        } else {
            failures.add(path + ": " + answer.text());
        }
    }

    @Override
    public void close() {
        stopped = true;
        executor.close();
    }
}
