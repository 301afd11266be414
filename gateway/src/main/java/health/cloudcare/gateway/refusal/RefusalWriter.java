package health.cloudcare.gateway.refusal;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.problem.ProblemType;

/** Writes the one problem body of the platform outside of JAX-RS, also while a client is still sending. */
@Singleton
public final class RefusalWriter {

    private static final Logger LOG = Logger.getLogger(RefusalWriter.class);

    private final Vertx vertx;
    private final ObjectMapper mapper;

    RefusalWriter(Vertx vertx, ObjectMapper mapper) {
        this.vertx = vertx;
        this.mapper = mapper;
    }

    /** Anything but an {@link HttpProblem} is our fault and answered as such. */
    public void answer(RoutingContext context, Throwable reason) {
        if (reason instanceof HttpProblem problem) {
            write(context, problem);
        } else {
            LOG.error("A request failed in the gateway", reason);
            write(context, ProblemType.INTERNAL.problem("The request failed on our side."));
        }
    }

    private void write(RoutingContext context, HttpProblem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        String path = String.valueOf(context.request().path());
        HttpProblem complete = ExceptionMapperBase.postProcessorsRegistry.applyPostProcessing(
                problem, ProblemContext.of(problem, path));
        ClientConnection.announceClose(context.request());
        response.setStatusCode(complete.getStatusCode());
        complete.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString());
        if (complete.getStatusCode() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end(body(complete));
        ClientConnection.discardRest(vertx, context.request());
    }

    private Buffer body(HttpProblem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }
}
