package health.cloudcare.benchmarks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTest {
    @Test
    void isOneLineThatScriptsCanRead() {
        assertThat(Figure.rates("ingest-vs-naive", 150_000, 6_000).line())
                .isEqualTo("ingest-vs-naive: 25.00x (150,000 readings/s vs 6,000 readings/s)");
        assertThat(Figure.durations("dashboard-vs-scan", 4, 100).line())
                .isEqualTo("dashboard-vs-scan: 25.00x (4.00 ms vs 100.00 ms)");
        assertThat(Figure.rates("login-vs-argon2id", 27, "logins/s", 30, "hashes/s")
                        .line())
                .isEqualTo("login-vs-argon2id: 0.90x (27.0 logins/s vs 30.0 hashes/s)");
        assertThat(new Figure.Seconds("revocation-p99-seconds", 43.21).line())
                .isEqualTo("revocation-p99-seconds: 0.0432");
        assertThat(new Figure.Plain("disk-bytes-per-million-readings-ours", 44_000_000).line())
                .isEqualTo("disk-bytes-per-million-readings-ours: 44000000");
    }
}
