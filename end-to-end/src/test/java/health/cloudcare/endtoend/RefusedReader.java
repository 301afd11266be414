package health.cloudcare.endtoend;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A doctor whose consent was withdrawn, and who never stops trying, in one service after the other. */
final class RefusedReader implements AutoCloseable {

    private static final int OK = 200;

    private final SignedIn doctor;
    private final UUID patientId;
    private final Map<ConsentedRead, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final Queue<String> granted = new ConcurrentLinkedQueue<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private volatile boolean stopped;

    RefusedReader(SignedIn doctor, UUID patientId) {
        this.doctor = doctor;
        this.patientId = patientId;
        for (ConsentedRead read : ConsentedRead.values()) {
            refusals.put(read, new AtomicInteger());
        }
        executor.submit(this::readOn);
    }

    /** What was answered though nothing should have been. */
    List<String> granted() {
        return List.copyOf(granted);
    }

    int refusals(ConsentedRead read) {
        return refusals.get(read).get();
    }

    private void readOn() {
        while (!stopped) {
            for (ConsentedRead read : ConsentedRead.values()) {
                note(read);
            }
        }
    }

    private void note(ConsentedRead read) {
        try {
            int status = read.by(doctor, patientId).status();
            if (status == OK) {
                granted.add(read + " to a doctor whose consent was withdrawn");
            } else {
                refusals.get(read).incrementAndGet();
            }
        } catch (UncheckedIOException noAnswer) {
            // a service that does not run shows nothing to anybody
        }
    }

    @Override
    public void close() {
        stopped = true;
        executor.close();
    }
}
