package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

import health.cloudcare.benchmarks.Latencies;
import health.cloudcare.benchmarks.load.Connection;

/** Doctors who read by consents that stay, at a steady pace, one of them in each service, until they are told to stop. */
final class BackgroundReads {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<FutureTask<Done>> readers = new ArrayList<>();

    /** What was read meanwhile, and how long each answer took. */
    record Done(Verdicts verdicts, Latencies latencies) {}

    private BackgroundReads() {}

    /** @param interval of one reader */
    static BackgroundReads start(int gatewayPort, List<Consent> consents, Duration interval) {
        var reads = new BackgroundReads();
        for (PatientData data : PatientData.values()) {
            List<byte[]> requests =
                    consents.stream().map(consent -> consent.read(data)).toList();
            var reader = new FutureTask<>(() -> reads.read(gatewayPort, requests, interval));
            reads.readers.add(reader);
            Thread thread = new Thread(reader, "background-" + data.service());
            thread.setDaemon(true);
            thread.start();
        }
        return reads;
    }

    private Done read(int gatewayPort, List<byte[]> requests, Duration interval) throws IOException {
        Verdicts verdicts = Verdicts.NONE;
        DoubleStream.Builder millis = DoubleStream.builder();
        try (Connection gateway = Connection.open(gatewayPort)) {
            long due = System.nanoTime();
            for (int i = 0; !stopped.get(); i++) {
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long start = System.nanoTime();
                verdicts = verdicts.and(Verdicts.ofStatus(gateway.exchangeAny(requests.get(i % requests.size()))));
                millis.add((System.nanoTime() - start) / 1e6);
                due += interval.toNanos();
            }
        }
        return new Done(verdicts, Latencies.ofMillis(millis.build().toArray()));
    }

    /** Returns when everything that was asked is answered. */
    Done stop() throws IOException, InterruptedException {
        stopped.set(true);
        Verdicts verdicts = Verdicts.NONE;
        List<Latencies> latencies = new ArrayList<>();
        try {
            for (FutureTask<Done> reader : readers) {
                verdicts = verdicts.and(reader.get().verdicts());
                latencies.add(reader.get().latencies());
            }
        } catch (ExecutionException e) {
            throw new IOException("reading in the background failed", e.getCause());
        }
        return new Done(verdicts, Latencies.together(latencies));
    }
}
