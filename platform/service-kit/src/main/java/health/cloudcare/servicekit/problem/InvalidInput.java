package health.cloudcare.servicekit.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the framework's complaints about a request and says the same as a 422, without the refused value and without
 * the names of our classes, both of which the originals mention.
 */
final class InvalidInput {

    private static final String DETAIL = "The request is not valid.";
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private InvalidInput() {}

    static Optional<HttpProblem> from(Throwable cause) {
        if (cause instanceof ConstraintViolationException violations) {
            return Optional.of(ProblemType.INVALID.problem(DETAIL, errors(violations)));
        }
        JsonProcessingException json = json(cause);
        if (json != null) {
            return Optional.of(fromJson(json));
        }
        if (isUnreadableParameter(cause)) {
            return Optional.of(ProblemType.INVALID.problem("A parameter of the request has the wrong format."));
        }
        if (cause instanceof WebApplicationException e && e.getResponse().getStatus() == 400) {
            return Optional.of(ProblemType.INVALID.problem(DETAIL));
        }
        return Optional.empty();
    }

    /** JAX-RS answers 404 when a path or query parameter cannot be converted; only then the 404 has a cause. */
    private static boolean isUnreadableParameter(Throwable cause) {
        return cause instanceof NotFoundException && cause.getCause() != null;
    }

    private static List<FieldError> errors(ConstraintViolationException violations) {
        return violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage(), rule(violation)))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::type))
                .toList();
    }

    /** The path below the body parameter, or the parameter itself: {@code signup.request.firstName} is {@code first_name}. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = snakeCase(node.getName());
            } else if (node.getKind() == ElementKind.PROPERTY) {
                path.append(path.isEmpty() ? "" : ".").append(snakeCase(node.getName()));
            }
        }
        return path.isEmpty() ? parameter : path.toString();
    }

    private static String rule(ConstraintViolation<?> violation) {
        return snakeCase(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }

    private static HttpProblem fromJson(JsonProcessingException json) {
        if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            FieldError error = new FieldError(path(mapping), "has the wrong type or format", "format");
            return ProblemType.INVALID.problem("A member of the request body has the wrong format.", List.of(error));
        }
        return ProblemType.INVALID.problem("The request body is not the JSON expected here.");
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : mapping.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static @Nullable JsonProcessingException json(Throwable cause) {
        if (cause instanceof JsonProcessingException json) {
            return json;
        }
        // the JSON reader wraps what the parser says; a failure to write an answer is not the client's fault
        boolean reading =
                cause instanceof WebApplicationException e && e.getResponse().getStatus() == 400;
        return reading && cause.getCause() instanceof JsonProcessingException json ? json : null;
    }

    static String snakeCase(String name) {
        return WORD_START.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
