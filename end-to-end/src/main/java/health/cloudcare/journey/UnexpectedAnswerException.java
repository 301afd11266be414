package health.cloudcare.journey;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;

/** CloudCare answered something else than the journey needs; the message is for people. */
public final class UnexpectedAnswerException extends RuntimeException {

    private final int status;

    UnexpectedAnswerException(int status, String body) {
        super("HTTP " + status + reason(body));
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Only what a problem says of itself: other bodies hold data that does not belong into messages. */
    private static String reason(String body) {
        try {
            JsonNode problem = Json.read(body);
            StringBuilder reason = new StringBuilder();
            if (problem.path("detail").isTextual()) {
                reason.append(": ").append(problem.path("detail").textValue());
            }
            for (JsonNode error : problem.path("errors")) {
                reason.append(" [")
                        .append(error.path("field").asText())
                        .append(' ')
                        .append(error.path("message").asText())
                        .append(']');
            }
            return reason.toString();
        } catch (UncheckedIOException notJson) {
            return "";
        }
    }
}
