package health.cloudcare.notification.delivery;

import java.time.Clock;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import health.cloudcare.notification.outbox.TestOutbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(Lifecycle.PER_CLASS)
class SmsGatewayChoiceTest {

    private final Vertx vertx = Vertx.vertx();
    private final TestTwilioSettings complete = TestTwilioSettings.at("http://localhost:1");

    @AfterAll
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void takesTheConfiguredGateway() {
        assertThat(choose("twilio", "production", complete)).isInstanceOf(TwilioSmsGateway.class);
        assertThat(choose("outbox", "local", complete)).isInstanceOf(OutboxSmsGateway.class);
    }

    @Test
    void saysWhatTwilioLacks() {
        assertThatThrownBy(() -> choose("twilio", "production", complete.withoutToken()))
                .hasMessageContaining("CLOUDCARE_TWILIO_AUTH_TOKEN, CLOUDCARE_TWILIO_FROM")
                .hasMessageNotContaining("CLOUDCARE_TWILIO_ACCOUNT_SID");
    }

    @Test
    void refusesTheOutboxInProductionAndUnknownNames() {
        assertThatThrownBy(() -> choose("outbox", "production", complete)).hasMessageContaining("CLOUDCARE_MODE=local");
        assertThatThrownBy(() -> choose("pigeon", "local", complete)).hasMessageContaining("CLOUDCARE_SMS_GATEWAY");
    }

    private SmsGateway choose(String name, String mode, TwilioSettings settings) {
        return new SmsGatewayChoice().gateway(name, settings, TestOutbox.in(mode), vertx, Clock.systemUTC());
    }
}
