package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import health.cloudcare.benchmarks.load.Connection;

/** Patients who revoke one consent after the other while the doctor reads in every service at once. */
final class Lane implements AutoCloseable {
    private final Connection gateway;
    private final Map<PatientData, Watcher> watchers = new EnumMap<>(PatientData.class);
    private final ExecutorService threads;

    /** @param threads as many as there are kinds of data must be free for it */
    Lane(int gatewayPort, ExecutorService threads) throws IOException {
        this.gateway = Connection.open(gatewayPort);
        for (PatientData data : PatientData.values()) {
            watchers.put(data, new Watcher(gatewayPort));
        }
        this.threads = threads;
    }

    /** @param acknowledgedAt when the 200 on the revocation had arrived, by {@link System#nanoTime()} */
    record Revoked(Consent consent, long acknowledgedAt, Map<PatientData, Seen> seen) {
        Seen seenOf(PatientData data) {
            return Objects.requireNonNull(seen.get(data));
        }

        double lagMillis(PatientData data) {
            return seenOf(data).lagMillis(acknowledgedAt);
        }
    }

    /** Until there are no more of them, or the time is over. */
    List<Revoked> revoke(Queue<Consent> consents, long end) throws IOException, InterruptedException {
        List<Revoked> revoked = new ArrayList<>();
        for (Consent next = consents.poll(); next != null; next = System.nanoTime() < end ? consents.poll() : null) {
            revoked.add(revoke(next));
        }
        return revoked;
    }

    private Revoked revoke(Consent consent) throws IOException, InterruptedException {
        CountDownLatch open = new CountDownLatch(watchers.size());
        Map<PatientData, Future<Seen>> watching = new EnumMap<>(PatientData.class);
        watchers.forEach(
                (data, watcher) -> watching.put(data, threads.submit(() -> watcher.watch(consent.read(data), open))));
        long sentAt = Long.MAX_VALUE;
        long acknowledgedAt = Long.MAX_VALUE;
        if (open.await(Consent.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            sentAt = System.nanoTime();
            gateway.exchange(consent.revocation(), Consent.PATIENCE);
            acknowledgedAt = System.nanoTime();
        } // otherwise a watcher tells what is wrong
        Map<PatientData, Seen> seen = new EnumMap<>(PatientData.class);
        for (var watch : watching.entrySet()) {
            seen.put(watch.getKey(), outcome(watch.getValue()));
        }
        requireRefusalsAfter(sentAt, seen);
        return new Revoked(consent, acknowledgedAt, seen);
    }

    private static Seen outcome(Future<Seen> watching) throws IOException, InterruptedException {
        try {
            return watching.get();
        } catch (ExecutionException e) {
            throw new IOException("reading by a consent failed", e.getCause());
        }
    }

    /** A refusal that came before anybody asked for it would make a revocation look fast. */
    private static void requireRefusalsAfter(long sentAt, Map<PatientData, Seen> seen) throws IOException {
        for (var watched : seen.entrySet()) {
            if (watched.getValue().refusedAt() < sentAt) {
                throw new IOException(watched.getKey().service() + " refused a consent that was not revoked yet");
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Watcher watcher : watchers.values()) {
            watcher.close();
        }
        gateway.close();
    }
}
