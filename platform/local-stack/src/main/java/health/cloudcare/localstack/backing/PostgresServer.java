package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A real PostgreSQL as a child process, with one database per service. */
final class PostgresServer implements ChildBacking {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final List<String> SMALL = List.of(
            "shared_buffers=64MB",
            "max_connections=200",
            "max_wal_size=256MB",
            "min_wal_size=32MB",
            "wal_level=minimal",
            "max_wal_senders=0",
            "jit=off",
            // loopback only: a socket's path would be too long in a deep directory
            "unix_socket_directories=");
    private static final List<String> FORGETFUL =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private final BackingSettings settings;
    private volatile @Nullable Process process;

    PostgresServer(BackingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> start() throws IOException, InterruptedException, SQLException {
        Path directory =
                Files.createDirectories(settings.directory(Backing.POSTGRES)).toAbsolutePath();
        Path cluster = directory.resolve("cluster");
        String password = settings.secrets().postgresPassword();
        PostgresBinaries binaries = PostgresBinaries.unpacked();
        Unprivileged user = Unprivileged.over(directory);
        removeSurvivor(cluster);
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise(user, binaries, directory, cluster, password);
        }
        int port = settings.ports().of(Backing.POSTGRES);
        launch(user, binaries, cluster, port);
        new PostgresDatabases(port, password).create();
        return Map.of(
                Backing.POSTGRES.variable(),
                Backing.POSTGRES.address(port),
                "CLOUDCARE_POSTGRES_USER",
                PostgresDatabases.ROLE,
                "CLOUDCARE_POSTGRES_PASSWORD",
                password);
    }

    @Override
    public Optional<Process> process() {
        return Optional.ofNullable(process);
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            ChildProcess.stop(running.toHandle(), "INT", STOP);
        }
    }

    /** After a kill there may be a running server, or its pid file with the number of some other process. */
    private static void removeSurvivor(Path cluster) throws IOException, InterruptedException {
        Path pidFile = cluster.resolve("postmaster.pid");
        var survivor = ChildProcess.survivor(pidFile, cluster);
        if (survivor.isPresent()) {
            ChildProcess.stop(survivor.get(), "INT", STOP);
        }
        Files.deleteIfExists(pidFile);
    }

    private void initialise(Unprivileged user, PostgresBinaries binaries, Path directory, Path cluster, String password)
            throws IOException, InterruptedException {
        Directories.delete(cluster); // an initialisation that was interrupted
        Path passwordFile = Files.createTempFile(directory, "password", "");
        try {
            Files.writeString(passwordFile, password + "\n");
            // readable behind the 0700 of the data directory's parent also for the user PostgreSQL runs as
            Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-r--r--"));
            Process initdb = run(user.command(List.of(
                    binaries.executable("initdb"),
                    "--pgdata=" + cluster,
                    "--username=" + PostgresDatabases.SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions",
                    "--no-sync")));
            if (initdb.waitFor() != 0) {
                throw new IOException(
                        "PostgreSQL could not initialise " + cluster + ", see " + settings.log(Backing.POSTGRES));
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void launch(Unprivileged user, PostgresBinaries binaries, Path cluster, int port)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                binaries.executable("postgres"),
                "-D",
                cluster.toString(),
                "-h",
                BackingSettings.HOST,
                "-p",
                Integer.toString(port)));
        SMALL.forEach(setting -> command.addAll(List.of("-c", setting)));
        if (settings.ephemeral()) {
            FORGETFUL.forEach(setting -> command.addAll(List.of("-c", setting)));
        }
        Process started = run(user.command(Children.endingWithParent("INT", command)));
        process = started;
        Await.until(
                "PostgreSQL",
                START,
                () -> acceptsConnections(cluster),
                started::isAlive,
                settings.log(Backing.POSTGRES));
    }

    private Process run(List<String> command) throws IOException, InterruptedException {
        var log = settings.log(Backing.POSTGRES).toFile();
        return Children.start(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log)));
    }

    /** The eighth line of the pid file is the server's own word on its state. */
    private static boolean acceptsConnections(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() >= 8 && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false; // not written yet
        }
    }
}
