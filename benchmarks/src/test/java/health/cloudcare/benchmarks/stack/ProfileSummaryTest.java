package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileSummaryTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatWasAllocatedAndWhere() throws IOException {
        Path file = folder.resolve("some.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ObjectAllocationSample").with("throttle", "100000/s");
            recording.start();
            assertThat(allocate()).hasSize(200);
            recording.stop();
            recording.dump(file);
        }

        List<String> lines = ProfileSummary.of(file);

        assertThat(lines).first().asString().startsWith("some.jfr: 0 samples, ");
        assertThat(lines).anyMatch(line -> line.contains("allocated as") && line.endsWith("[J"));
        assertThat(lines)
                .anyMatch(line -> line.contains("allocated in")
                        && line.endsWith(ProfileSummaryTest.class.getName() + ".allocate"));
    }

    private static List<long[]> allocate() {
        List<long[]> arrays = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            arrays.add(new long[20_000]);
        }
        return arrays;
    }
}
