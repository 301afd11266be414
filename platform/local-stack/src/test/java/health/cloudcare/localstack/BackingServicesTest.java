package health.cloudcare.localstack;

import java.io.BufferedReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class BackingServicesTest {
    @TempDir
    Path directory;

    @Test
    void announcesItsServicesAndLeavesNothingWhenItsInputEnds() throws Exception {
        Path data = directory.resolve("data");
        Process process = start(data);
        Map<String, String> environment = announcement(process);

        assertThat(environment).containsOnlyKeys("CLOUDCARE_REDIS_URL", "CLOUDCARE_MONGODB_URI");
        assertThat(ping(URI.create(environment.get("CLOUDCARE_REDIS_URL")))).isEqualTo("+PONG");
        List<ProcessHandle> children = process.descendants().toList();
        assertThat(children).isNotEmpty();

        process.getOutputStream().close();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(data).doesNotExist();
    }

    @Test
    void childrenDoNotSurviveAKilledParent() throws Exception {
        Process process = start(directory.resolve("data"));
        announcement(process);
        List<ProcessHandle> children = process.descendants().toList();

        process.destroyForcibly().waitFor();

        for (ProcessHandle child : children) {
            child.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private Process start(Path data) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackingServices.class.getName(),
                        "--services",
                        "redis,mongo",
                        "--data",
                        data.toString(),
                        "--ephemeral")
                .redirectError(directory.resolve("errors").toFile())
                .start();
    }

    private static Map<String, String> announcement(Process process) throws Exception {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        assertThat(reader.readLine()).isEqualTo("READY");
        var environment = new HashMap<String, String>();
        for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            String[] parts = line.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        return environment;
    }

    private static String ping(URI redis) throws Exception {
        try (var socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        }
    }
}
