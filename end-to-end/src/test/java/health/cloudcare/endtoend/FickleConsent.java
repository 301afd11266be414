package health.cloudcare.endtoend;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import health.cloudcare.journey.Answer;
import health.cloudcare.journey.UnexpectedAnswerException;

/**
 * A patient who grants a doctor access and withdraws it, over and over. Whatever the doctor is still shown when the withdrawal
 * has been in force for a second is kept.
 */
final class FickleConsent implements AutoCloseable {

    /** Documented: how long a withdrawal may take. */
    private static final long LIMIT = Duration.ofSeconds(1).toNanos();

    /** Not every time, as most of the events are to flow fast. */
    private static final int CYCLES_BETWEEN_LOOKS = 10;

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final SignedIn patient;
    private final SignedIn doctor;
    private final AtomicInteger withdrawals = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final Queue<String> shownTooLate = new ConcurrentLinkedQueue<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private volatile boolean stopped;

    FickleConsent(SignedIn patient, SignedIn doctor) {
        this.patient = patient;
        this.doctor = doctor;
        executor.submit(this::changeOn);
    }

    int withdrawals() {
        return withdrawals.get();
    }

    /** How many reads began when a withdrawal had been in force for long enough. */
    int looks() {
        return looks.get();
    }

    List<String> shownTooLate() {
        return List.copyOf(shownTooLate);
    }

    private void changeOn() {
        while (!stopped) {
            try {
                change();
            } catch (UncheckedIOException | UnexpectedAnswerException failed) {
                // the next one may come through
            }
        }
    }

    private void change() {
        Answer request = Consents.request(doctor, patient.profileId());
        if (request.status() != CREATED) {
            return;
        }
        String consent = request.json().path("id").asText();
        Answer approval = Consents.approve(patient, consent, Map.of());
        if (approval.status() == OK && Consents.revoke(patient, consent).status() == OK) {
            long withdrawnAt = System.nanoTime();
            if (isOpen()) {
                return;
            }
            if (withdrawals.incrementAndGet() % CYCLES_BETWEEN_LOOKS == 0) {
                look(withdrawnAt);
            }
        }
    }

    /** Whether one is left open that could not be withdrawn before: then nothing follows from what the doctor is shown. */
    private boolean isOpen() {
        List<String> open = Consents.openTo(patient, doctor);
        open.forEach(consent -> Consents.revoke(patient, consent));
        return !open.isEmpty();
    }

    private void look(long withdrawnAt) {
        boolean late = false;
        while (!late) {
            long start = System.nanoTime();
            late = start - withdrawnAt > LIMIT;
            List<ConsentedRead> shown = Stream.of(ConsentedRead.values())
                    .filter(read -> read.by(doctor, patient.profileId()).status() == OK)
                    .toList();
            if (late) {
                looks.incrementAndGet();
                shown.forEach(read -> shownTooLate.add(read + " a second after the withdrawal"));
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        executor.close();
    }
}
