package health.cloudcare.notification.delivery;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Puts a message into words and hands it over. Logs and counts which one and how it went, never what it says or to whom. */
@ApplicationScoped
class MessageDelivery {

    private static final Logger LOG = Logger.getLogger(MessageDelivery.class);
    private static final ProblemType UNDELIVERABLE = new ProblemType("UNDELIVERABLE", 422, "Undeliverable");

    private final MessageTexts texts;
    private final SmsGateway smsGateway;
    private final SmtpMailer mailer;
    private final MeterRegistry metrics;
    private final Clock clock;

    MessageDelivery(MessageTexts texts, SmsGateway smsGateway, SmtpMailer mailer, MeterRegistry metrics, Clock clock) {
        this.texts = texts;
        this.smsGateway = smsGateway;
        this.mailer = mailer;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The id under which the message is found in the logs. Fails with the problem to answer. */
    Uni<UUID> deliver(SendMessageRequest request) {
        List<FieldError> errors = request.errors();
        if (!errors.isEmpty()) {
            return Uni.createFrom().failure(ProblemType.INVALID.problem("The request is not valid.", errors));
        }
        UUID id = UuidV7.at(clock.instant());
        return handOver(id, request)
                .invoke(() -> log(id, request, "accepted"))
                .onFailure(DeliveryException.class)
                .transform(failure -> refusal(id, request, failure))
                .replaceWith(id);
    }

    private Uni<Void> handOver(UUID id, SendMessageRequest request) {
        return switch (request.channel()) {
            case SMS -> smsGateway.send(texts.sms(id, request));
            case EMAIL -> mailer.send(texts.email(id, request));
        };
    }

    private HttpProblem refusal(UUID id, SendMessageRequest request, DeliveryException failure) {
        Channel channel = request.channel();
        if (failure.isUndeliverable()) {
            log(id, request, "undeliverable");
            return UNDELIVERABLE.problem("The message cannot be delivered to this address.");
        }
        log(id, request, "unavailable");
        return new ProblemType(channel.errorCode(), 503, "Delivery unavailable")
                .retryAfter(failure.retryAfter(), "The message could not be handed over. Try again later.");
    }

    private void log(UUID id, SendMessageRequest request, String outcome) {
        String channel = request.channel().name();
        String template = request.template().wireName();
        LOG.infof("Message %s: %s %s %s", id, channel, template, outcome);
        metrics.counter("cloudcare.messages", "channel", channel, "template", template, "outcome", outcome)
                .increment();
    }
}
