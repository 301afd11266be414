package health.cloudcare.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.load.ClosedLoop;
import health.cloudcare.benchmarks.load.InTurn;
import health.cloudcare.benchmarks.load.Side;
import health.cloudcare.benchmarks.load.Tally;
import health.cloudcare.benchmarks.load.Usage;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.WorkFolder;
import health.cloudcare.benchmarks.stack.Worker;

/** Profiles read through their service, with a token each, against the same rows read by the SQL client alone, in turn. */
record ReadsAgainstSql(ProfileStack stack, WorkFolder folder, Console console) {
    private static final int CLIENTS = 16;
    private static final int HEAP = 128;
    private static final int WARM_UPS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final int ROUNDS = 6;
    private static final Duration ROUND = Duration.ofSeconds(4);

    /**
     * @param name of the figure
     * @param table of the profiles, in the database of the same service
     */
    void compare(
            String name,
            ServiceProcess service,
            String database,
            String table,
            List<UUID> ids,
            List<byte[]> requests,
            List<Figure> figures)
            throws IOException {
        Path list = folder.path().resolve(name + ".ids");
        Files.write(list, ids.stream().map(UUID::toString).toList());
        Side ours = new Side(new ClosedLoop(service.port(), CLIENTS), new InTurn(requests), service::cpu);
        try (Worker sql = Worker.start(
                folder,
                name + "-sql",
                HEAP,
                Map.of(),
                SqlReads.class,
                List.of(
                        stack.address(database),
                        stack.password(),
                        "SELECT * FROM " + table + " WHERE id = $1",
                        list.toString(),
                        Integer.toString(CLIENTS)))) {
            for (int i = 0; i < WARM_UPS; i++) {
                ours.run(WARM_UP);
                read(sql, WARM_UP);
            }
            Usage reads = Usage.NONE;
            Usage rows = Usage.NONE;
            for (int round = 1; round <= ROUNDS; round++) {
                Usage read = ours.run(ROUND);
                Usage row = Usage.of(sql::cpu, () -> read(sql, ROUND));
                console.line(
                        "%s, round %d: %s; the SQL client alone %s",
                        name, round, read.line("profiles"), row.line("rows"));
                reads = reads.and(read);
                rows = rows.and(row);
            }
            figures.add(Figure.rates(name, reads.perSecond(), "profiles/s", rows.perSecond(), "rows/s"));
            figures.add(Figure.rates(
                    name + "-cpu",
                    reads.perCpuSecond(),
                    "profiles per processor second of the service",
                    rows.perCpuSecond(),
                    "rows per processor second of the client"));
        }
    }

    private static Tally read(Worker sql, Duration time) throws IOException {
        String[] answer = sql.ask(Long.toString(time.toMillis())).split(" ");
        return new Tally(Long.parseLong(answer[0]), Duration.ofNanos(Long.parseLong(answer[1])));
    }
}
