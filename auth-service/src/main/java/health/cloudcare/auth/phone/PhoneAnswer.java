package health.cloudcare.auth.phone;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;

/** The success body of this surface: the envelope, with everything in {@code data} again beside it. */
record PhoneAnswer(
        boolean success, String status, String message, String detail, Instant timestamp, Map<String, Object> data) {

    private static final String SUCCESS = "success";

    static PhoneAnswer of(String message, Instant now, Map<String, Object> data) {
        return new PhoneAnswer(
                true, SUCCESS, message, message, now, Collections.unmodifiableMap(new LinkedHashMap<>(data)));
    }

    @JsonAnyGetter
    Map<String, Object> flat() {
        return data;
    }

    @Override
    public String toString() {
        return "***";
    }
}
