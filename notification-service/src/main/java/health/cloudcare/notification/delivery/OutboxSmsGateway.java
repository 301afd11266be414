package health.cloudcare.notification.delivery;

import java.time.Clock;

import io.smallrye.mutiny.Uni;

import health.cloudcare.notification.outbox.LocalOutbox;
import health.cloudcare.notification.outbox.OutboxMessage;

/** Text messages of a local installation cost nothing and reach nobody: the outbox shows them. */
class OutboxSmsGateway implements SmsGateway {

    private final LocalOutbox outbox;
    private final Clock clock;

    OutboxSmsGateway(LocalOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Void> send(Sms sms) {
        outbox.add(new OutboxMessage(sms.id(), Channel.SMS.name(), sms.to(), null, sms.text(), clock.instant()));
        return Uni.createFrom().voidItem();
    }
}
