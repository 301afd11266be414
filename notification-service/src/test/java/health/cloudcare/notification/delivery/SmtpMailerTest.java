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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Where it is not what the test is about: on a busy machine the first try alone may take seconds. */
    private static final Duration AMPLE = Duration.ofSeconds(30);

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
        "hangup.example, false, 3"
    })
    void tellsAWrongAddressFromAServerThatTakesNoMail(String domain, boolean undeliverable, int tries) {
        failsAfter(tries, mailer(scripted.url(), AMPLE), domain, undeliverable);
    }

    @Test
    void waitsForAServerThatSaysNothingMoreUntilPatienceEnds() {
        failsAfter(1, mailer(scripted.url()), "silent.example", false);
    }

    private void failsAfter(int tries, SmtpMailer mailer, String domain, boolean undeliverable) {
        int before = scripted.connections();

        assertThat(catchThrowable(() -> deliver(mailer, "canary@" + domain)))
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

    /** The greeting of a connection may come before the thread that asked for it goes on. */
    @Test
    void losesNoMailWhicheverThreadSendsIt() {
        SmtpMailer mailer = mailer(scripted.url(), AMPLE);
        int before = scripted.connections();

        Multi.createFrom()
                .range(0, 2_000)
                .onItem()
                .transformToUni(mail ->
                        mailer.send(email("ann@home.example")).runSubscriptionOn(Infrastructure.getDefaultExecutor()))
                .merge(8)
                .onItem()
                .ignoreAsUni()
                .await()
                .atMost(Duration.ofMinutes(1));

        assertThat(scripted.connections() - before).isEqualTo(2_000);
    }

    private static void attempt(SmtpMailer mailer, String to, AtomicInteger failures) {
        mailer.send(email(to)).subscribe().with(sent -> {}, failure -> failures.incrementAndGet());
    }

    private void send(String url, String to) {
        deliver(mailer(url, AMPLE), to);
    }

    private Throwable failure(String url, String to) {
        return catchThrowable(() -> send(url, to));
    }

    private static void deliver(SmtpMailer mailer, String to) {
        mailer.send(email(to)).await().atMost(AMPLE.plus(PATIENCE));
    }

    private SmtpMailer mailer(String url) {
        return mailer(url, PATIENCE);
    }

    private SmtpMailer mailer(String url, Duration patience) {
        return new SmtpMailer(
                vertx,
                url,
                "CloudCare <no-reply@cloudcare.example>",
                patience,
                outbox,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Email email(String to) {
        return new Email(UUID.randomUUID(), to, "Your code", "123456 – text", "<p><b>123456</b></p>");
    }
}
