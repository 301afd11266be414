package health.cloudcare.servicekit.answer;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;

/** The success body of {@code /auth} and {@code /protected}: the envelope, with everything in {@code data} again beside it. */
public record SuccessAnswer(
        boolean success, String status, String message, String detail, Instant timestamp, Map<String, Object> data) {

    private static final String SUCCESS = "success";

    public static SuccessAnswer of(String message, Instant now, Map<String, Object> data) {
        return new SuccessAnswer(
                true, SUCCESS, message, message, now, Collections.unmodifiableMap(new LinkedHashMap<>(data)));
    }

    @JsonAnyGetter
    public Map<String, Object> flat() {
        return data;
    }

    @Override
    public String toString() {
        return "***";
    }
}
