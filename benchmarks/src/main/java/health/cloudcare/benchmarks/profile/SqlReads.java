package health.cloudcare.benchmarks.profile;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

/**
 * The peer: a process that only reads rows with the reactive SQL client, the one below the services' persistence, prepared and
 * pooled as theirs. Told for how many milliseconds, it answers how many rows it read and how many nanoseconds that took.
 */
final class SqlReads {
    /** As the services have it. */
    private static final int CONNECTIONS = 20;

    private final Pool pool;
    private final String query;
    private final List<UUID> ids;
    private final LongAdder done = new LongAdder();

    private SqlReads(Pool pool, String query, List<UUID> ids) {
        this.pool = pool;
        this.query = query;
        this.ids = ids;
    }

    /** @param arguments address of the database, its password, the query for one id, a file of ids, and how many read at once */
    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PgConnectOptions database =
                PgConnectOptions.fromUri(arguments[0]).setPassword(arguments[1]).setCachePreparedStatements(true);
        List<UUID> ids = Files.readAllLines(Path.of(arguments[3])).stream()
                .map(UUID::fromString)
                .toList();
        int readers = Integer.parseInt(arguments[4]);
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .connectingTo(database)
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .using(vertx)
                .build();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                long start = System.nanoTime();
                long rows =
                        new SqlReads(pool, arguments[2], ids).all(readers, start + Long.parseLong(line) * 1_000_000);
                out.println(rows + " " + (System.nanoTime() - start));
            }
        } finally {
            pool.close();
            vertx.close();
        }
    }

    private long all(int readers, long end) throws ExecutionException, InterruptedException {
        CompletableFuture<?>[] all = new CompletableFuture<?>[readers];
        for (int i = 0; i < readers; i++) {
            var reader = new CompletableFuture<Void>();
            readOn(i * ids.size() / readers, end, reader);
            all[i] = reader;
        }
        CompletableFuture.allOf(all).get();
        return done.sum();
    }

    /** One row after the other. */
    private void readOn(int next, long end, CompletableFuture<Void> reader) {
        if (System.nanoTime() > end) {
            reader.complete(null);
            return;
        }
        UUID id = ids.get(next % ids.size());
        pool.preparedQuery(query).execute(Tuple.of(id)).onComplete(answer -> {
            if (answer.failed()) {
                reader.completeExceptionally(answer.cause());
                return;
            }
            Row row = answer.result().iterator().next();
            if (!id.equals(row.getUUID("id"))) {
                reader.completeExceptionally(new IllegalStateException("another row than asked for"));
                return;
            }
            done.increment();
            readOn(next + 1, end, reader);
        });
    }
}
