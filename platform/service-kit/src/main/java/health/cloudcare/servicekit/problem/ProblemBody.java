package health.cloudcare.servicekit.problem;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    private static final Set<String> REPLACED = Set.of("violations", "field", ProblemType.DETAILS);

    private final Clock clock;
    private final List<Pattern> badRequestPaths;

    /** @param badRequestPaths of the calls that are documented to answer invalid input with 400 */
    ProblemBody(
            Clock clock,
            @ConfigProperty(name = "cloudcare.problems.bad-request-paths") Optional<List<Pattern>> badRequestPaths) {
        this.clock = clock;
        this.badRequestPaths = badRequestPaths.orElse(List.of());
    }

    @Override
    public int priority() {
        return BEFORE_LOGGING;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem translated = InvalidInput.from(context.cause).orElse(problem);
        ProblemType type = told(typeOf(translated), context.path);
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
        members.put(
                "error",
                Map.of("code", type.code(), "message", detail, "timestamp", timestamp, "details", details(problem)));
        problem.getParameters().forEach((name, value) -> {
            if (!REPLACED.contains(name)) {
                members.putIfAbsent(name, value);
            }
        });
        return members;
    }

    private static Map<String, Object> details(HttpProblem problem) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (problem.getParameters().get(ProblemType.ERRORS) instanceof List<?> errors && !errors.isEmpty()) {
            details.put("validation_errors", errors);
        }
        if (problem.getParameters().get(ProblemType.DETAILS) instanceof Map<?, ?> more) {
            more.forEach((name, value) -> details.put(String.valueOf(name), value));
        }
        return details;
    }

    private ProblemType told(ProblemType type, String path) {
        boolean invalid = type.code().equals(ProblemType.INVALID.code());
        return invalid
                        && badRequestPaths.stream()
                                .anyMatch(pattern -> pattern.matcher(path).matches())
                ? new ProblemType(type.code(), 400, type.title())
                : type;
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
