package health.cloudcare.journey;

import java.net.http.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;

/** What the gateway answered. */
public record Answer(int status, HttpHeaders headers, String text) {

    public JsonNode json() {
        return Json.read(text);
    }

    public <T> T as(Class<T> type) {
        return Json.read(text, type);
    }

    /** This answer, or a failure with the problem's own words when the status is another. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new UnexpectedAnswerException(status, text);
        }
        return this;
    }

    /** Answers carry tokens and health data. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
