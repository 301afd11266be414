package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * So many clients, each of which sends its next request when the last one was answered; all of them in one thread.
 *
 * @param ports of this machine, to which the clients are distributed evenly
 */
public record ClosedLoop(List<Integer> ports, int clients) {
    private static final long PATIENCE_MILLIS = 30_000;

    public ClosedLoop {
        ports = List.copyOf(ports);
    }

    public ClosedLoop(int port, int clients) {
        this(List.of(port), clients);
    }

    /** Until the time is over and every answer is there. */
    public Tally run(Supplier<byte[]> requests, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        return run(requests, () -> System.nanoTime() < end);
    }

    /** So many requests, or as many as are sent in the time. */
    public Tally run(Supplier<byte[]> requests, int count, Duration most) throws IOException {
        long end = System.nanoTime() + most.toNanos();
        var left = new int[] {count};
        return run(requests, () -> left[0]-- > 0 && System.nanoTime() < end);
    }

    /**
     * Until every answer is there. Nothing is under way at the start nor at the end, so what was done took the time from the
     * first request to the last answer.
     *
     * @param goOn asked before each request
     */
    public Tally run(Supplier<byte[]> requests, BooleanSupplier goOn) throws IOException {
        List<Connection> connections = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < clients; i++) {
                connections.add(connect(selector, ports.get(i % ports.size())));
            }
            return run(selector, connections, requests, goOn);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static Connection connect(Selector selector, int port) throws IOException {
        Connection connection = Connection.open(port);
        connection.channel().configureBlocking(false);
        connection.channel().register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    private static Tally run(
            Selector selector, List<Connection> connections, Supplier<byte[]> requests, BooleanSupplier goOn)
            throws IOException {
        int underWay = 0;
        long done = 0;
        long start = System.nanoTime();
        for (Connection connection : connections) {
            if (goOn.getAsBoolean()) {
                connection.send(requests.get());
                underWay++;
            }
        }
        while (underWay > 0) {
            if (selector.select(PATIENCE_MILLIS) == 0) {
                throw new IOException(underWay + " requests have not been answered for a long time");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                if (connection.receive()) {
                    connection.requireSuccess();
                    done++;
                    underWay--;
                    if (goOn.getAsBoolean()) {
                        connection.send(requests.get());
                        underWay++;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        return new Tally(done, Duration.ofNanos(System.nanoTime() - start));
    }
}
