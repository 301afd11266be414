package health.cloudcare.notification.outbox;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalOutboxTest {

    @Test
    void keepsTheNewestTwoHundredNewestFirst() {
        LocalOutbox outbox = new LocalOutbox("local");

        IntStream.rangeClosed(1, 250).forEach(number -> outbox.add(message("text " + number)));

        assertThat(outbox.newest())
                .hasSize(200)
                .extracting(OutboxMessage::text)
                .startsWith("text 250")
                .endsWith("text 51");
    }

    @Test
    void keepsNothingOutsideLocalMode() {
        LocalOutbox outbox = new LocalOutbox("production");

        outbox.add(message("secret"));

        assertThat(outbox.newest()).isEmpty();
    }

    private static OutboxMessage message(String text) {
        return new OutboxMessage(UUID.randomUUID(), "SMS", "+919000000001", null, text, Instant.EPOCH);
    }
}
