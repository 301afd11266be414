package health.cloudcare.testkit.backing;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadyReaderTest {

    @Test
    void readsAddressesUpToTheEmptyLine() throws IOException {
        assertThat(read("READY\\nCLOUDCARE_A=x://y?a=b\\nCLOUDCARE_B=\\n\\n"))
                .isCompletedWithValue(Map.of("CLOUDCARE_A", "x://y?a=b", "CLOUDCARE_B", ""));
    }

    @Test
    void tellsThatTheProcessEndedEarly() throws IOException {
        assertThat(read("READY\\nCLOUDCARE_A=x\\n")).isCompletedExceptionally();
    }

    private static CompletableFuture<Map<String, String>> read(String output) throws IOException {
        CompletableFuture<Map<String, String>> ready = new CompletableFuture<>();
        Process process = new ProcessBuilder("printf", output).start();
        new ReadyReader(process, ready).run();
        return ready;
    }
}
