package health.cloudcare.notification.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import health.cloudcare.notification.outbox.LocalOutbox;
import health.cloudcare.notification.outbox.OutboxMessage;

/**
 * Sends e-mail. On the Vert.x client itself, as quarkus-mailer has no setting for a server that stops talking: its
 * connections would stay in the pool for ever.
 */
@Singleton
class SmtpMailer {

    private static final Logger LOG = Logger.getLogger(SmtpMailer.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 2000;
    private static final int CONNECTIONS = 50;
    private static final int RETRIES = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final AtomicInteger open = new AtomicInteger();
    private final MailClient client;

    /**
     * All the client does, it does here. It sets the handler of a new connection only after it was told of it: from another
     * thread that may be too late for the server's greeting, or for the news that the server hung up. Both are then lost, and
     * the mail waits for them until patience ends.
     */
    private final Context loop;

    private final String from;
    private final Duration patience;
    private final LocalOutbox outbox;
    private final Clock clock;

    SmtpMailer(
            Vertx vertx,
            @ConfigProperty(name = "cloudcare.smtp.url") String url,
            @ConfigProperty(name = "cloudcare.mail.from") String from,
            @ConfigProperty(name = "cloudcare.mail.patience", defaultValue = "5S") Duration patience,
            LocalOutbox outbox,
            Clock clock) {
        this.client = MailClient.create(
                vertx,
                SmtpUrl.parse(url)
                        .mailConfig()
                        // one mail per connection: nothing to keep alive, nothing to find dead
                        .setKeepAlive(false)
                        .setMaxPoolSize(CONNECTIONS)
                        .setUserAgent("CloudCare")
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setIdleTimeout((int) patience.toMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.from = from;
        this.patience = patience;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Made at start, so that a malformed address of the server shows then and not with the first message. */
    void onStart(@Observes StartupEvent start) {}

    /** Fails with {@link DeliveryException} and nothing else. */
    Uni<Void> send(Email email) {
        return Uni.createFrom().deferred(() -> {
            // more would wait behind mails that nobody waits for any more
            if (open.get() >= CONNECTIONS) {
                return Uni.createFrom().failure(DeliveryException.unavailable());
            }
            open.incrementAndGet();
            return handOver(email).onTermination().invoke(open::decrementAndGet);
        });
    }

    private Uni<Void> handOver(Email email) {
        Uni<MailResult> sent = Uni.createFrom()
                .completionStage(() -> sendOnLoop(message(email)).toCompletionStage())
                .onFailure(SmtpMailer::passes)
                .retry()
                .withBackOff(FIRST_PAUSE)
                .atMost(RETRIES)
                .ifNoItem()
                .after(patience)
                .fail();
        return onTheCallersContext(sent)
                .invoke(() -> outbox.add(shown(email)))
                .replaceWithVoid()
                .onFailure()
                .transform(SmtpMailer::translate);
    }

    /** What is logged from here on belongs to the caller's request. */
    private static <T> Uni<T> onTheCallersContext(Uni<T> sent) {
        Context caller = Vertx.currentContext();
        return caller == null ? sent : sent.emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }

    private Future<MailResult> sendOnLoop(MailMessage message) {
        Promise<MailResult> sent = Promise.promise();
        loop.runOnContext(here -> client.sendMail(message).onComplete(sent));
        return sent.future();
    }

    private MailMessage message(Email email) {
        return new MailMessage(from, email.to(), email.subject(), email.text())
                .setHtml(email.html())
                // RFC 3834: no out-of-office notes in return
                .setHeaders(MultiMap.caseInsensitiveMultiMap().set("Auto-Submitted", "auto-generated"));
    }

    private OutboxMessage shown(Email email) {
        return new OutboxMessage(
                email.id(), Channel.EMAIL.name(), email.to(), email.subject(), email.text(), clock.instant());
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof SMTPException smtp ? smtp.isTransient() : failure instanceof IOException;
    }

    private static DeliveryException translate(Throwable failure) {
        if (isWrongAddress(failure)) {
            return DeliveryException.undeliverable();
        }
        int reply = failure instanceof SMTPException smtp ? smtp.getReplyCode() : 0;
        LOG.warnf("The mail server takes no mail: %s %d", failure.getClass().getSimpleName(), reply);
        return DeliveryException.unavailable();
    }

    /** The client tells the stage only in words. A policy (5.7.x), such as no relaying for us, is no fault of the address. */
    private static boolean isWrongAddress(Throwable failure) {
        return failure instanceof SMTPException smtp
                && smtp.isPermanent()
                && smtp.getEnhancedStatus() != SMTPException.EnhancedStatus.OTHER_SECURITY
                && String.valueOf(smtp.getMessage()).startsWith("recipient address not accepted");
    }
}
