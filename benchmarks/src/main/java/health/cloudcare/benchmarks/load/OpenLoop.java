package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Requests at fixed times, whether or not the ones before are answered; all of them in one thread. The connections are so
 * many at most; what is due while none of them is free is offered, but does not get through.
 *
 * @param patience with answers that are missing at the end
 */
public record OpenLoop(int port, int connections, double perSecond, Duration patience) {
    /** Returns when everything is answered, or the patience is over. */
    public Offered run(Supplier<byte[]> requests, Duration time) throws IOException {
        try (var run = new Run(requests)) {
            return run.run(time);
        }
    }

    private final class Run implements AutoCloseable {
        private final Supplier<byte[]> requests;
        private final Selector selector = Selector.open();
        private final ArrayDeque<Connection> free = new ArrayDeque<>();

        /** With the time at which the request was due. */
        private final Map<Connection, Long> busy = new HashMap<>();

        private final OfferedCount count = new OfferedCount();

        Run(Supplier<byte[]> requests) throws IOException {
            this.requests = requests;
            for (int i = 0; i < connections; i++) {
                free.add(connect());
            }
        }

        Offered run(Duration time) throws IOException {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            double interval = 1e9 / perSecond;
            long all = (long) (time.toNanos() / interval);
            long offered = 0;
            while (offered < all || System.nanoTime() < end) {
                for (; offered < all && start + (long) (offered * interval) <= System.nanoTime(); offered++) {
                    offer(start + (long) (offered * interval));
                }
                takeAnswers(end);
            }
            while (!busy.isEmpty() && System.nanoTime() < end + patience.toNanos()) {
                takeAnswers(end);
            }
            return count.of(time, busy.size());
        }

        private void offer(long due) throws IOException {
            Connection connection = free.poll();
            if (connection == null) {
                count.unsent();
                return;
            }
            try {
                connection.send(requests.get());
                busy.put(connection, due);
            } catch (IOException e) {
                count.broken();
                replace(connection);
            }
        }

        private void takeAnswers(long end) throws IOException {
            selector.select(1);
            for (SelectionKey key : selector.selectedKeys()) {
                take((Connection) key.attachment(), end);
            }
            selector.selectedKeys().clear();
        }

        private void take(Connection connection, long end) throws IOException {
            Long due = busy.get(connection);
            if (due == null) {
                replace(connection); // the server has closed it while it was free
                return;
            }
            try {
                if (!connection.receive()) {
                    return;
                }
            } catch (IOException e) {
                count.broken();
                replace(connection);
                return;
            }
            count.answered(connection.answer(), due, System.nanoTime() < end);
            if (connection.answer().closes()) {
                replace(connection);
            } else {
                busy.remove(connection);
                free.add(connection);
            }
        }

        private void replace(Connection connection) throws IOException {
            busy.remove(connection);
            free.remove(connection);
            connection.close();
            free.add(connect());
        }

        private Connection connect() throws IOException {
            Connection connection = Connection.open(port);
            connection.channel().configureBlocking(false);
            connection.channel().register(selector, SelectionKey.OP_READ, connection);
            return connection;
        }

        @Override
        public void close() throws IOException {
            for (Connection connection : free) {
                connection.close();
            }
            for (Connection connection : busy.keySet()) {
                connection.close();
            }
            selector.close();
        }
    }
}
