package health.cloudcare.servicekit.problem;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/**
 * Gives every problem, ours or the framework's, the one body that all documented clients can read: the members of RFC
 * 9457 and, beside them, {@code success, message, error_code, error_id, timestamp, errors[], error{}}.
 */
@ApplicationScoped
class ProblemBody implements ProblemPostProcessor {

    /** Before the library's logger (101), so that the log line carries the error id the client was given. */
    private static final int BEFORE_LOGGING = 200;

    private static final String INTERNAL_DETAIL =
            "Something went wrong on our side. Quote the error_id when you report it.";
    private static final Set<String> REPLACED = Set.of("violations", "field");

    private final Clock clock;

    ProblemBody(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int priority() {
        return BEFORE_LOGGING;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem translated = InvalidInput.from(context.cause).orElse(problem);
        ProblemType type = typeOf(translated);
        String detail = detailOf(translated, type, context.cause);
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(ProblemType.uri(type.code()))
                .withTitle(type.title())
                .withStatus(type.status())
                .withDetail(detail);
        translated.getHeaders().forEach((name, value) -> copyHeader(builder, name, value));
        members(translated, type, detail).forEach(builder::with);
        return builder.build();
    }

    private Map<String, Object> members(HttpProblem problem, ProblemType type, String detail) {
        Object errors = problem.getParameters().getOrDefault(ProblemType.ERRORS, List.of());
        String timestamp = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("success", false);
        members.put("message", detail);
        members.put(ProblemType.ERROR_CODE, type.code());
        members.put("error_id", UUID.randomUUID().toString());
        members.put("timestamp", timestamp);
        members.put(ProblemType.ERRORS, errors);
        members.put("error", Map.of("code", type.code(), "message", detail, "timestamp", timestamp, "details", errors));
        problem.getParameters().forEach((name, value) -> {
            if (!REPLACED.contains(name)) {
                members.putIfAbsent(name, value);
            }
        });
        return members;
    }

    private static ProblemType typeOf(HttpProblem problem) {
        String title = problem.getTitle() == null ? "Error" : problem.getTitle();
        Object code = problem.getParameters().get(ProblemType.ERROR_CODE);
        return code instanceof String text
                ? new ProblemType(text, problem.getStatusCode(), title)
                : ProblemType.ofStatus(problem.getStatusCode(), title);
    }

    /** Only what we threw ourselves speaks to the client; texts of other exceptions may name classes or values. */
    private static String detailOf(HttpProblem problem, ProblemType type, Throwable cause) {
        boolean ours = cause instanceof HttpProblem || problem.getParameters().containsKey(ProblemType.ERROR_CODE);
        if (ours && problem.getDetail() != null) {
            return problem.getDetail();
        }
        return switch (type.status()) {
            case 401 -> "A valid access token is required.";
            case 403 -> "You are not allowed to do this.";
            case 404 -> "There is nothing here for you.";
            case 405 -> "This path does not support the method.";
            case 413 -> "The request body is too large.";
            case 415 -> "The content type is not supported here.";
            case 500 -> INTERNAL_DETAIL;
            default -> type.title() + ".";
        };
    }

    private static void copyHeader(HttpProblem.Builder builder, String name, Object value) {
        // the framework's own answer may have been prepared in another type and length
        if (!name.equalsIgnoreCase("content-type") && !name.equalsIgnoreCase("content-length")) {
            builder.withHeader(name, value);
        }
    }
}
