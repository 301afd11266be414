package health.cloudcare.benchmarks.sync;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SyncRequestsTest {
    private static final Instant FROM = Instant.parse("2026-02-28T22:10:00Z");

    private final SyncRequests requests = new SyncRequests(List.of("first", "second"), FROM);

    @Test
    void everyRequestHasItsReadingsAndSaysItsLength() throws Exception {
        String request = next();

        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        assertThat(request).startsWith("POST " + SyncRequests.PATH + " ").contains("Authorization: Bearer first\r\n");
        assertThat(request).contains("Content-Length: " + body.length() + "\r\n");
        JsonNode metrics = new ObjectMapper().readTree(body).get("metrics");
        assertThat(metrics).hasSize(SyncRequests.READINGS);
        metrics.forEach(
                reading -> assertThat(Instant.parse(reading.get("timestamp").asText()))
                        .isBetween(Instant.parse("2026-02-28T22:00:00Z"), Instant.parse("2026-02-28T22:59:59Z")));
    }

    @Test
    void noReadingComesTwice() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            String request = next();
            JsonNode body = new ObjectMapper().readTree(request.substring(request.indexOf("\r\n\r\n") + 4));
            for (JsonNode reading : body.get("metrics")) {
                seen.add(body.get("device_id").asText() + reading.get("metric_type") + reading.get("timestamp"));
            }
        }

        assertThat(seen).hasSize(10 * SyncRequests.READINGS);
    }

    @Test
    void everybodyTakesTurnsAndThenTheNextHourComes() {
        List<String> all = List.of(next(), next(), next(), next(), next());

        assertThat(all).element(1).asString().contains("Bearer second", "2026-02-28T22:00:11Z");
        assertThat(all).element(2).asString().contains("Bearer first", "2026-02-28T23:00:11Z");
        assertThat(all).element(4).asString().contains("Bearer first", "2026-03-01T00:00:11Z");
    }

    private String next() {
        return new String(requests.get(), StandardCharsets.UTF_8);
    }
}
