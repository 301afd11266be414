package health.cloudcare.servicekit.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.correlation.Correlation;

/**
 * patient-service, which owns the consents, asked with the caller's own token: it verifies that token and judges by itself.
 * Needed where a use counts, as only one place can count, and where the projection is in doubt.
 */
final class ConsentAuthority {

    private static final Logger LOG = Logger.getLogger(ConsentAuthority.class);
    private static final String DECISIONS = "/internal/v1/access-decisions";
    private static final String PATIENTS = "/internal/v1/patients/";
    private static final Judgement UNREACHABLE = new Judgement.Unknown("consents not reachable");

    private final HttpClient client;
    private final String location;
    private final CurrentVertxRequest request;
    private final ObjectMapper json;
    private final Duration timeout;

    ConsentAuthority(Vertx vertx, String location, CurrentVertxRequest request, ObjectMapper json, Duration timeout) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) timeout.toMillis()));
        this.location = location;
        this.request = request;
        this.json = json;
        this.timeout = timeout;
    }

    Uni<Judgement> judge(AccessRequest asked) {
        return call(HttpMethod.POST, DECISIONS, body(asked))
                .map(this::judgement)
                .onFailure()
                .invoke(failure -> LOG.warnf("patient-service does not judge: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(UNREACHABLE);
    }

    /** When nobody can tell, somebody who is refused learns nothing from it: as if there were such a patient. */
    Uni<Boolean> exists(UUID patientId) {
        return call(HttpMethod.GET, PATIENTS + patientId, Buffer.buffer())
                .map(answer -> answer.status() != 404)
                .onFailure()
                .recoverWithItem(true);
    }

    private Uni<Answer> call(HttpMethod method, String path, Buffer body) {
        String token = request.getCurrent().request().getHeader("Authorization");
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(location + path)
                .setTimeout(timeout.toMillis())
                .putHeader("Authorization", token)
                .putHeader("Content-Type", "application/json");
        String correlation = Correlation.current();
        if (correlation != null) {
            options.putHeader(Correlation.HTTP_HEADER, correlation);
        }
        return Uni.createFrom().completionStage(() -> client.request(options)
                .compose((HttpClientRequest sending) -> sending.send(body))
                .compose(ConsentAuthority::answer)
                .toCompletionStage());
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response.statusCode(), body));
    }

    private Judgement judgement(Answer answer) {
        if (answer.status() != 200) {
            LOG.warnf("patient-service does not judge: status %d", answer.status());
            return UNREACHABLE;
        }
        try {
            return json.readValue(answer.body().getBytes(), AuthorityAnswer.class)
                    .judgement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Buffer body(AccessRequest asked) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(asked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Answer(int status, Buffer body) {}
}
