package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

import health.cloudcare.benchmarks.Latencies;

/**
 * Clients that call at fixed times, each with its own request on its own connection. When an answer is so late that the next
 * call is due before it, that call's time counts from when it was due, so that a slow server is not asked less often; a
 * client that was free and only woke up late blames nobody.
 *
 * @param interval of one client
 */
public record PacedCalls(int port, List<byte[]> requests, Duration interval) {
    public PacedCalls {
        requests = List.copyOf(requests);
    }

    /** @param leadIn at the beginning, not measured */
    public Latencies run(Duration leadIn, Duration time) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long from = start + leadIn.toNanos();
        long end = from + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Future<DoubleStream>> clients = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                byte[] request = requests.get(i);
                long first = start + interval.toNanos() * i / requests.size();
                clients.add(threads.submit(() -> client(request, first, from, end)));
            }
            DoubleStream all = DoubleStream.empty();
            for (Future<DoubleStream> client : clients) {
                all = DoubleStream.concat(all, client.get());
            }
            return Latencies.ofMillis(all.toArray());
        } catch (ExecutionException e) {
            throw new IOException("a call failed", e.getCause());
        }
    }

    private DoubleStream client(byte[] request, long first, long from, long end) throws IOException {
        DoubleStream.Builder millis = DoubleStream.builder();
        try (Connection connection = Connection.open(port)) {
            for (long due = first; due < end; due += interval.toNanos()) {
                boolean late = System.nanoTime() > due;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long start = late ? due : System.nanoTime();
                connection.exchange(request);
                if (due >= from) {
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        return millis.build();
    }
}
