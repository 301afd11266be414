package health.cloudcare.servicekit.problem;

import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The problem body for requests that end before JAX-RS sees them: paths nobody serves, bodies beyond the limit, failures
 * inside the HTTP layer. Quarkus would answer these with an empty body.
 */
@ApplicationScoped
class EdgeProblems {

    /** After correlation (1000), before everything else. */
    private static final int EARLY = 900;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final ObjectMapper mapper;
    private final long maxBodyBytes;

    EdgeProblems(
            ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.mapper = mapper;
        this.maxBodyBytes = maxBodySize.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, EARLY);
    }

    void register(@Observes Router router) {
        router.errorHandler(404, exchange -> answer(exchange, ProblemType.NOT_FOUND.problem("No such path."), null));
        router.route().order(Integer.MAX_VALUE - 1).failureHandler(this::answerFailure);
    }

    private void refuseLargeBody(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && NUMBER.matcher(length).matches() && Long.parseLong(length) > maxBodyBytes) {
            exchange.response().putHeader("Connection", "close");
            exchange.addEndHandler(ignored -> exchange.request().connection().close());
            answer(exchange, ProblemType.TOO_LARGE.problem("The request body is too large."), null);
        } else {
            exchange.next();
        }
    }

    private void answerFailure(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        if (exchange.response().headWritten() || isChallenged(failure)) {
            exchange.next();
        } else if (failure instanceof HttpProblem problem) {
            answer(exchange, problem, null);
        } else if (failure instanceof RejectedExecutionException) {
            answer(exchange, ProblemType.UNAVAILABLE.problem("Too busy at the moment. Try again shortly."), failure);
        } else {
            int status = exchange.statusCode() < 400 ? 500 : exchange.statusCode();
            HttpProblem problem = HttpProblem.builder().withStatus(status).build();
            answer(exchange, problem, failure);
        }
    }

    /** The mechanism that refused adds its challenge header itself. */
    private static boolean isChallenged(@Nullable Throwable failure) {
        return failure instanceof UnauthorizedException
                || failure instanceof AuthenticationException
                || failure instanceof ForbiddenException;
    }

    private void answer(RoutingContext exchange, HttpProblem problem, @Nullable Throwable failure) {
        ProblemContext context = ProblemContext.of(failure == null ? problem : failure, exchange.normalizedPath());
        HttpProblem complete = ExceptionMapperBase.postProcessorsRegistry.applyPostProcessing(problem, context);
        HttpServerResponse response = exchange.response();
        complete.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.setStatusCode(complete.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(json(complete));
    }

    private Buffer json(HttpProblem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
