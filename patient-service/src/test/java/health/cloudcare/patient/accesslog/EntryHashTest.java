package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntryHashTest {

    private static final UUID ID = UUID.fromString("01937b5e-0000-7000-8000-000000000001");

    @Test
    void isAsDocumented() {
        EntryHash hash = EntryHash.of(EntryHash.NONE, 1, access("READ", "documents", null, "no consent", false));

        assertThat(hash.hex()).isEqualTo("f3e7dc556587bea987ddb046978f376e649555eedfe9633a7aee3f086a96e149");
    }

    @Test
    void tellsWhatLooksAlikeApart() {
        List<LoggedAccess> alike = List.of(
                access("READ", "documents", null, null, false),
                access("READ", "documents", null, null, true),
                access("READd", "ocuments", null, null, false),
                access("READ", "documents", "", null, false),
                access("READ", "documents", null, "", false),
                access("READ", "documents", "x", null, false),
                access("READ", "documents", null, "x", false));

        assertThat(alike.stream().map(access -> EntryHash.of(EntryHash.NONE, 1, access)))
                .doesNotHaveDuplicates();
    }

    @Test
    void dependsOnThePlaceInTheChain() {
        LoggedAccess access = access("READ", "documents", null, null, false);
        EntryHash first = EntryHash.of(EntryHash.NONE, 1, access);

        assertThat(Stream.of(first, EntryHash.of(EntryHash.NONE, 2, access), EntryHash.of(first, 1, access)))
                .doesNotHaveDuplicates();
    }

    private static LoggedAccess access(String action, String resource, String reason, String ip, boolean emergency) {
        return new LoggedAccess(
                ID,
                Instant.parse("2026-03-01T10:15:30.123456Z"),
                ID,
                ID,
                "DOCTOR",
                null,
                "DOCUMENTS",
                action,
                resource,
                "ALLOWED",
                reason,
                null,
                emergency,
                ip,
                null);
    }
}
