package health.cloudcare.servicekit.problem;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * A kind of problem that a client can tell from others by its code. A feature may define further ones, for example
 * {@code new ProblemType("AADHAAR_TAKEN", 409, "Aadhaar already registered")}.
 */
public record ProblemType(String code, int status, String title) {

    public static final ProblemType UNAUTHENTICATED = new ProblemType("AUTH_FAILED", 401, "Unauthorized");
    public static final ProblemType FORBIDDEN = new ProblemType("ACCESS_DENIED", 403, "Forbidden");
    public static final ProblemType NOT_FOUND = new ProblemType("NOT_FOUND", 404, "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("METHOD_NOT_ALLOWED", 405, "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("NOT_ACCEPTABLE", 406, "Not acceptable");
    public static final ProblemType CONFLICT = new ProblemType("CONFLICT", 409, "Conflict");
    public static final ProblemType PRECONDITION_FAILED =
            new ProblemType("PRECONDITION_FAILED", 412, "Precondition failed");
    public static final ProblemType TOO_LARGE = new ProblemType("TOO_LARGE", 413, "Request too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported media type");
    public static final ProblemType INVALID = new ProblemType("VALIDATION_ERROR", 422, "Invalid request");
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("RATE_LIMIT", 429, "Too many requests");
    public static final ProblemType INTERNAL = new ProblemType("INTERNAL_ERROR", 500, "Internal error");
    public static final ProblemType UNAVAILABLE = new ProblemType("UNAVAILABLE", 503, "Service unavailable");

    static final String ERROR_CODE = "error_code";
    static final String ERRORS = "errors";

    /** The extension whose members are told under {@code error.details}. */
    public static final String DETAILS = "details";

    private static final List<ProblemType> STANDARD = List.of(
            UNAUTHENTICATED,
            FORBIDDEN,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            CONFLICT,
            PRECONDITION_FAILED,
            TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            INVALID,
            TOO_MANY_REQUESTS,
            INTERNAL,
            UNAVAILABLE);

    /** A failure to throw or to fail a {@code Uni} with. The detail is shown to the client. */
    public HttpProblem problem(String detail) {
        return builder(detail).build();
    }

    public HttpProblem problem(String detail, List<FieldError> errors) {
        return builder(detail).with(ERRORS, List.copyOf(errors)).build();
    }

    public HttpProblem problem(String detail, Map<String, Object> extensions) {
        HttpProblem.Builder builder = builder(detail);
        extensions.forEach(builder::with);
        return builder.build();
    }

    /** A refusal that invites the client to come back, rounded up to whole seconds. */
    public HttpProblem retryAfter(Duration wait, String detail) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return builder(detail)
                .withHeader(HttpHeaders.RETRY_AFTER, seconds)
                .with(DETAILS, Map.of("retry_after", seconds))
                .build();
    }

    /** The type of a problem that only has a status, as those made by the framework. */
    static ProblemType ofStatus(int status, String title) {
        Optional<ProblemType> standard =
                STANDARD.stream().filter(type -> type.status == status).findFirst();
        return standard.orElseGet(() -> new ProblemType("HTTP_" + status, status, title));
    }

    static URI uri(String code) {
        return URI.create(
                "urn:cloudcare:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private HttpProblem.Builder builder(String detail) {
        return HttpProblem.builder()
                .withType(uri(code))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail)
                .with(ERROR_CODE, code);
    }
}
