package health.cloudcare.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.vertx.core.Vertx;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.notification.outbox.LocalOutbox;
import health.cloudcare.notification.outbox.TestOutbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@TestInstance(Lifecycle.PER_CLASS)
class SmtpMailerTest {

    private static final Instant NOW = Instant.parse("2025-11-19T05:50:01.236Z");

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedMailServer scripted = new ScriptedMailServer();
    private final LocalOutbox outbox = TestOutbox.in("local");

    @AfterAll
    void close() {
        scripted.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sendsTextAndHtmlAndShowsTheTextInTheOutbox() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            send("smtp://localhost:" + server.getSmtp().getPort(), "ann@home.example");

            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Your code");
            assertThat(received.getFrom()[0]).hasToString("CloudCare <no-reply@cloudcare.example>");
            assertThat(received.getAllRecipients()[0]).hasToString("ann@home.example");
            assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            MimeMultipart parts = (MimeMultipart) received.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContent()).asString().contains("123456 – text");
            assertThat(GreenMailUtil.getWholeMessage(received)).contains("text/html", "<b>123456</b>");
        } finally {
            server.stop();
        }
        assertThat(TestOutbox.messages(outbox)).anySatisfy(message -> {
            assertThat(message.channel()).isEqualTo("EMAIL");
            assertThat(message.to()).isEqualTo("ann@home.example");
            assertThat(message.subject()).isEqualTo("Your code");
            assertThat(message.text()).isEqualTo("123456 – text");
            assertThat(message.sentAt()).isEqualTo(NOW);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "refused.example, true, 1",
        "policy.example, false, 1",
        "busy.example, false, 3",
        "hangup.example, false, 3",
        "silent.example, false, 1"
    })
    void tellsAWrongAddressFromAServerThatTakesNoMail(String domain, boolean undeliverable, int tries) {
        int before = scripted.connections();

        assertThat(failure(scripted.url(), "canary@" + domain))
                .isInstanceOfSatisfying(DeliveryException.class, failure -> {
                    assertThat(failure.isUndeliverable()).isEqualTo(undeliverable);
                    assertThat(failure).hasMessageNotContaining("canary").hasNoCause();
                });
        assertThat(scripted.connections() - before).isEqualTo(tries);
        assertThat(TestOutbox.messages(outbox))
                .noneMatch(message -> message.to().endsWith(domain));
    }

    @Test
    void failsWhenTheServerIsDown() {
        assertThat(failure("smtp://localhost:1", "ann@home.example"))
                .isInstanceOfSatisfying(DeliveryException.class, failure -> assertThat(failure.isUndeliverable())
                        .isFalse());
    }

    @Test
    void servesOthersAfterManyMailsHung() {
        SmtpMailer mailer = mailer(scripted.url());
        AtomicInteger failures = new AtomicInteger();
        scripted.mute(true);

        for (int mail = 0; mail < 40; mail++) {
            attempt(mailer, "ann@home.example", failures);
            attempt(mailer, "ann@silent.example", failures);
        }
        // fifty connections hang until patience ends, the rest is refused at once
        assertThat(failures).hasValue(30);
        Awaitility.await().until(() -> failures.get() == 80);
        scripted.mute(false);

        deliver(mailer, "bob@home.example");
    }

    private static void attempt(SmtpMailer mailer, String to, AtomicInteger failures) {
        mailer.send(email(to)).subscribe().with(sent -> {}, failure -> failures.incrementAndGet());
    }

    private void send(String url, String to) {
        deliver(mailer(url), to);
    }

    private Throwable failure(String url, String to) {
        return catchThrowable(() -> send(url, to));
    }

    private static void deliver(SmtpMailer mailer, String to) {
        mailer.send(email(to)).await().atMost(Duration.ofSeconds(10));
    }

    private SmtpMailer mailer(String url) {
        return new SmtpMailer(
                vertx,
                url,
                "CloudCare <no-reply@cloudcare.example>",
                Duration.ofSeconds(3),
                outbox,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Email email(String to) {
        return new Email(UUID.randomUUID(), to, "Your code", "123456 – text", "<p><b>123456</b></p>");
    }
}
