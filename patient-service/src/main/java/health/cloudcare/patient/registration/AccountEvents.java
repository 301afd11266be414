package health.cloudcare.patient.registration;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.servicekit.correlation.Correlation;
import health.cloudcare.servicekit.event.CloudEventHeaders;

/** Listens to the account topic. What cannot be understood, or fails again and again, goes to its dead-letter topic. */
@ApplicationScoped
class AccountEvents {

    private static final int RETRIES = 5;
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final RegistrationCompletion completion;
    private final Clock clock;

    AccountEvents(RegistrationCompletion completion, Clock clock) {
        this.completion = completion;
        this.clock = clock;
    }

    @Incoming("accounts")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        Correlation.adopt(CloudEventHeaders.text(record.headers(), Correlation.KAFKA_HEADER), clock.instant());
        if (!AccountRegistered.TYPE.equals(CloudEventHeaders.text(record.headers(), CloudEventHeaders.TYPE))) {
            return Uni.createFrom().voidItem();
        }
        AccountRegistered event = EventJson.read(record.value(), AccountRegistered.class);
        return Uni.createFrom()
                .deferred(() -> completion.complete(event))
                .onFailure()
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .atMost(RETRIES);
    }
}
