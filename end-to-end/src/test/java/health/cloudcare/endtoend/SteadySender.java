package health.cloudcare.endtoend;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import health.cloudcare.journey.Answer;
import health.cloudcare.journey.PatientClient;

/** A device that sends one reading at a time, whatever happens, and remembers which were acknowledged. */
final class SteadySender implements AutoCloseable {

    private static final long PAUSE_MILLIS = 150;
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:00");

    private final PatientClient patient;
    private final Instant first;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private int hour;

    /** @param first of the readings, each of which is of an hour of its own */
    SteadySender(PatientClient patient, Instant first) {
        this.patient = patient;
        this.first = first.truncatedTo(ChronoUnit.HOURS);
        executor.scheduleWithFixedDelay(this::send, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The hours of the acknowledged readings, as the hourly series labels them. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    private void send() {
        Instant at = first.plus(hour++, ChronoUnit.HOURS);
        Map<String, Object> reading =
                Map.of("metric_type", "blood_glucose", "value", 95, "unit", "mg/dL", "timestamp", at.toString());
        try {
            Answer answer = patient.post(
                    PatientClient.SYNC,
                    Map.of("device_id", "meter-of-" + patient.patientId(), "metrics", List.of(reading)));
            if (answer.status() == 200) {
                acknowledged.add(LABEL.format(at.atOffset(ZoneOffset.UTC)));
            }
        } catch (UncheckedIOException noAnswer) {
            // not acknowledged, so nothing is promised
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}
