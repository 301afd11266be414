package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import health.cloudcare.benchmarks.load.Connection;

/** Many revocations, several at a time, each seen in every service. */
record Revocations(int gatewayPort, int lanes) {

    /** Each consent once, or as many as are revoked in the time. */
    Map<PatientData, Enforcement> run(Collection<Consent> consents, Duration most)
            throws IOException, InterruptedException {
        List<Lane.Revoked> revoked = revoke(new ConcurrentLinkedQueue<>(consents), System.nanoTime() + most.toNanos());
        Map<PatientData, Enforcement> all = new EnumMap<>(PatientData.class);
        for (PatientData data : PatientData.values()) {
            double[] lags =
                    revoked.stream().mapToDouble(one -> one.lagMillis(data)).toArray();
            List<Seen> seen = revoked.stream().map(one -> one.seenOf(data)).toList();
            all.put(data, Enforcement.of(lags, seen).andLater(readOnceMore(revoked, data)));
        }
        return all;
    }

    private List<Lane.Revoked> revoke(ConcurrentLinkedQueue<Consent> consents, long end)
            throws IOException, InterruptedException {
        List<Lane> open = new ArrayList<>();
        try (ExecutorService watching = Executors.newFixedThreadPool(lanes * PatientData.values().length);
                ExecutorService revoking = Executors.newFixedThreadPool(lanes)) {
            List<Future<List<Lane.Revoked>>> running = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                Lane lane = new Lane(gatewayPort, watching);
                open.add(lane);
                running.add(revoking.submit(() -> lane.revoke(consents, end)));
            }
            List<Lane.Revoked> revoked = new ArrayList<>();
            for (Future<List<Lane.Revoked>> lane : running) {
                revoked.addAll(lane.get());
            }
            return revoked;
        } catch (ExecutionException e) {
            throw new IOException("a revocation failed", e.getCause());
        } finally {
            for (Lane lane : open) {
                lane.close();
            }
        }
    }

    /** At the end, when the first of them were revoked long ago. */
    private Verdicts readOnceMore(List<Lane.Revoked> revoked, PatientData data) throws IOException {
        Verdicts verdicts = Verdicts.NONE;
        try (Connection gateway = Connection.open(gatewayPort)) {
            for (Lane.Revoked one : revoked) {
                verdicts = verdicts.and(
                        Verdicts.ofStatus(gateway.exchangeAny(one.consent().read(data))));
            }
        }
        return verdicts;
    }
}
