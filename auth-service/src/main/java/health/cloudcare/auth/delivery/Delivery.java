package health.cloudcare.auth.delivery;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Sends one message to one person. Never fails: what became of it is the outcome. */
@ApplicationScoped
public class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final MessageApi messages;
    private final DeliveryHealth health;

    Delivery(@RestClient MessageApi messages, DeliveryHealth health) {
        this.messages = messages;
        this.health = health;
    }

    public Uni<Outcome> send(Destination destination, Template template, Map<String, String> parameters) {
        MessageApi.Message message =
                new MessageApi.Message(destination.channel(), destination.address(), template.wireName(), parameters);
        return messages.send(message)
                .replaceWith(Outcome.SENT)
                .onFailure()
                .recoverWithItem(failure -> outcomeOf(failure, destination.channel(), template))
                .invoke(outcome -> health.note(destination.channel(), outcome));
    }

    private static Outcome outcomeOf(Throwable failure, Channel channel, Template template) {
        if (failure instanceof NotSentException notSent && notSent.isUndeliverable()) {
            return Outcome.UNDELIVERABLE;
        }
        LOG.warnf("a message (%s, %s) was not sent: %s", channel, template, failure.getMessage());
        return Outcome.UNAVAILABLE;
    }
}
