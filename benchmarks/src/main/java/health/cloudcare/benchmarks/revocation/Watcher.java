package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import health.cloudcare.benchmarks.load.Connection;

/** Reads what a consent opens, again and again, until it has been refused, and a few times more. */
final class Watcher implements AutoCloseable {
    /** So that looking does not keep the services from doing. */
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private static final int LATER_READS = 5;

    private final Connection gateway;
    private long nextRead = System.nanoTime();

    Watcher(int gatewayPort) throws IOException {
        this.gateway = Connection.open(gatewayPort);
    }

    /** @param open counted down once the consent has been seen to open the data */
    Seen watch(byte[] read, CountDownLatch open) throws IOException {
        long end = System.nanoTime() + Consent.PATIENCE.toNanos();
        while (read(read).allowed() == 0) {
            requireBefore(end, "a consent opens nothing");
        }
        open.countDown();
        Verdicts before = Verdicts.NONE;
        while (before.refused() == 0) {
            requireBefore(end, "a revoked consent still opens data");
            before = before.and(read(read));
        }
        long refusedAt = System.nanoTime();
        Verdicts later = Verdicts.NONE;
        for (int i = 0; i < LATER_READS; i++) {
            later = later.and(read(read));
        }
        return new Seen(refusedAt, before, later);
    }

    private Verdicts read(byte[] read) throws IOException {
        while (System.nanoTime() < nextRead) {
            LockSupport.parkNanos(nextRead - System.nanoTime());
        }
        nextRead = System.nanoTime() + INTERVAL.toNanos();
        return Verdicts.ofStatus(gateway.exchangeAny(read));
    }

    private static void requireBefore(long end, String otherwise) throws IOException {
        if (System.nanoTime() > end) {
            throw new IOException(otherwise + " after " + Consent.PATIENCE.toSeconds() + " s");
        }
    }

    @Override
    public void close() throws IOException {
        gateway.close();
    }
}
