package health.cloudcare.localstack.supervisor;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortCheckTest {
    @Test
    void namesThePortInUseAndWhatItIsFor() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ManagedProcess kafka = processOn(taken.getLocalPort());

            assertThat(PortCheck.conflicts(List.of(kafka)))
                    .containsExactly("Port " + taken.getLocalPort() + " (Kafka broker) is in use by another program.");
        }
        assertThat(PortCheck.advice(8000)).contains("--port-base 18000").contains("CLOUDCARE_PORT_BASE");
    }

    private static ManagedProcess processOn(int port) {
        return new JavaProcess(
                new JavaProcess.Description("kafka", "Kafka broker", List.of(port), "127.0.0.1:" + port),
                new JavaProcess.Launch(
                        List.of("never-started"), Map.of(), Set.of(), Path.of("log"), new Readiness.Announced()));
    }
}
