package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A real redis-server as a child process. */
final class RedisServer implements ChildBacking {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final BackingSettings settings;
    private volatile @Nullable Process process;

    RedisServer(BackingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> start() throws IOException, InterruptedException {
        Path directory =
                Files.createDirectories(settings.directory(Backing.REDIS)).toAbsolutePath();
        var survivor = ChildProcess.survivor(directory.resolve("redis.pid"), directory);
        if (survivor.isPresent()) {
            ChildProcess.stop(survivor.get(), "TERM", STOP);
        }
        int port = settings.ports().of(Backing.REDIS);
        var builder = new ProcessBuilder(Children.command("TERM", command(directory, port)))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        settings.log(Backing.REDIS).toFile()));
        Process started = Children.start(builder);
        process = started;
        Await.until("Redis", START, () -> answers(port), started::isAlive, settings.log(Backing.REDIS));
        return Map.of(Backing.REDIS.variable(), Backing.REDIS.address(port));
    }

    @Override
    public Optional<Process> process() {
        return Optional.ofNullable(process);
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            ChildProcess.stop(running.toHandle(), "TERM", STOP);
        }
    }

    private List<String> command(Path directory, int port) throws IOException {
        Path binaries = Files.createDirectories(directory.resolve("bin"));
        String executable = ExecutableProvider.newJarResourceProvider(binaries.toFile())
                .get()
                .getAbsolutePath();
        String durable = settings.ephemeral() ? "no" : "yes";
        return List.of(
                executable,
                "--bind",
                BackingSettings.HOST,
                "--port",
                Integer.toString(port),
                "--dir",
                directory.toString(),
                "--pidfile",
                directory.resolve("redis.pid").toString(),
                "--daemonize",
                "no",
                "--save",
                "",
                "--appendonly",
                durable);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(BackingSettings.HOST, port), 500);
            socket.setSoTimeout(500);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }
}
