package health.cloudcare.document.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InlineFilesTest {

    private static final long MIB = 1024 * 1024;
    private static final Instant NOW = Instant.parse("2025-11-19T05:50:01Z");

    @Test
    void smallFilesAreInlineAndLargeOnesAreNot() {
        MedicalRecord small = record(MIB);
        MedicalRecord large = record(MIB + 1);
        MedicalRecord none = new MedicalRecord(UUID.randomUUID(), details(), null, NOW);

        assertThat(InlineFiles.of(List.of(large, none, small))).containsExactly(small.id());
    }

    @Test
    void theNewestAreInlineUntilTheAnswerIsFull() {
        List<MedicalRecord> records = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> records.add(record(MIB)));
        MedicalRecord oldestAndSmall = record(1000);
        records.add(oldestAndSmall);

        // 1 MiB is 1.33 MiB of base64, of which 8 MiB have room for five
        assertThat(InlineFiles.of(records))
                .containsOnly(
                        records.get(0).id(),
                        records.get(1).id(),
                        records.get(2).id(),
                        records.get(3).id(),
                        records.get(4).id(),
                        oldestAndSmall.id());
    }

    @Test
    void theLengthOfADataUriIsKnownBeforehand() {
        for (int size = 1; size < 10; size++) {
            StoredFile file = file(size);
            String uri = DataUri.of(file, new byte[size]);

            assertThat(uri).hasSize((int) DataUri.length(file)).startsWith("data:application/pdf;base64,");
            assertThat(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1)))
                    .hasSize(size);
        }
    }

    private static MedicalRecord record(long size) {
        return new MedicalRecord(UUID.randomUUID(), details(), file(size), NOW);
    }

    private static StoredFile file(long size) {
        return new StoredFile(UUID.randomUUID().toString(), "application/pdf", size);
    }

    private static NewRecord details() {
        return new NewRecord(UUID.randomUUID(), null, "Blood count", "Yearly check", "LAB_REPORT", NOW);
    }
}
