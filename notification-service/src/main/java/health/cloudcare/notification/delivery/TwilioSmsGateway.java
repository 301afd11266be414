package health.cloudcare.notification.delivery;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.secret.SecretValue;

/**
 * Twilio's Programmable Messaging API. Tries again, for a few seconds, what surely was not taken or what Twilio asks to
 * repeat; not after a time-out, when the message may be on its way.
 */
class TwilioSmsGateway implements SmsGateway {

    private static final Logger LOG = Logger.getLogger(TwilioSmsGateway.class);
    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int CONNECT_TIMEOUT_MILLIS = 2000;
    private static final int CONNECTIONS = 20;
    private static final int QUEUE = 200;

    private final WebClient client;
    private final TwilioSettings settings;
    private final String address;

    TwilioSmsGateway(Vertx vertx, TwilioSettings settings) {
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setMaxPoolSize(CONNECTIONS)
                        .setMaxWaitQueueSize(QUEUE)
                        .setFollowRedirects(false)
                        .setUserAgent("CloudCare"));
        this.settings = settings;
        this.address = "%s/2010-04-01/Accounts/%s/Messages.json"
                .formatted(settings.url(), settings.accountSid().orElseThrow());
    }

    @Override
    public Uni<Void> send(Sms sms) {
        return attempt(sms, 1)
                .ifNoItem()
                .after(settings.patience())
                .failWith(() -> unreachable(new TimeoutException()));
    }

    private Uni<Void> attempt(Sms sms, int number) {
        return Uni.createFrom()
                .completionStage(() -> request().sendForm(form(sms)).toCompletionStage())
                .onItemOrFailure()
                .transformToUni((response, failure) -> failure == null
                        ? decide(TwilioAnswer.of(response), sms, number)
                        : unanswered(failure, sms, number));
    }

    private Uni<Void> unanswered(Throwable failure, Sms sms, int number) {
        return neverArrived(failure) && number < TRIES
                ? again(sms, number, pause(number))
                : Uni.createFrom().failure(unreachable(failure));
    }

    private Uni<Void> decide(TwilioAnswer answer, Sms sms, int number) {
        return switch (answer.verdict()) {
            case ACCEPTED -> {
                LOG.infof("Message %s is Twilio's %s", sms.id(), answer.sid());
                yield Uni.createFrom().voidItem();
            }
            case UNDELIVERABLE -> Uni.createFrom().failure(DeliveryException.undeliverable());
            case BUSY -> later(answer, sms, number);
            case REFUSED -> Uni.createFrom().failure(refused(answer));
        };
    }

    private Uni<Void> later(TwilioAnswer answer, Sms sms, int number) {
        Duration pause = answer.retryAfter().filter(asked -> !asked.isZero()).orElseGet(() -> pause(number));
        if (number < TRIES && pause.compareTo(LONGEST_PAUSE) <= 0) {
            return again(sms, number, pause);
        }
        LOG.warnf("Twilio is busy: status %d, code %d", answer.status(), answer.code());
        return Uni.createFrom()
                .failure(answer.retryAfter()
                        .map(DeliveryException::unavailable)
                        .orElseGet(DeliveryException::unavailable));
    }

    private Uni<Void> again(Sms sms, int number, Duration pause) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(pause).chain(() -> attempt(sms, number + 1));
    }

    private HttpRequest<Buffer> request() {
        String token = settings.authToken().map(SecretValue::value).orElseThrow();
        return client.postAbs(address)
                .basicAuthentication(settings.accountSid().orElseThrow(), token)
                .timeout(settings.timeout().toMillis());
    }

    private MultiMap form(Sms sms) {
        MultiMap form = MultiMap.caseInsensitiveMultiMap().set("To", sms.to()).set("Body", sms.text());
        settings.messagingService()
                .ifPresentOrElse(
                        service -> form.set("MessagingServiceSid", service),
                        () -> form.set("From", settings.from().orElseThrow()));
        return form;
    }

    private static Duration pause(int number) {
        return FIRST_PAUSE.multipliedBy(1L << (number - 1));
    }

    private static boolean neverArrived(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof UnknownHostException;
    }

    /** Ours to repair: a wrong token (20003), a sender that is not ours, an account without money. */
    private static DeliveryException refused(TwilioAnswer answer) {
        LOG.errorf("Twilio refuses our messages: status %d, code %d", answer.status(), answer.code());
        return DeliveryException.unavailable();
    }

    private static DeliveryException unreachable(Throwable failure) {
        LOG.warnf("Twilio cannot be reached: %s", failure.getClass().getSimpleName());
        return DeliveryException.unavailable();
    }
}
