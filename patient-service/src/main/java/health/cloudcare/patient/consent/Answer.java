package health.cloudcare.patient.consent;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What a patient may say to a request, and of a consent given before. */
enum Answer {
    APPROVED,
    DENIED,
    REVOKED;

    @JsonCreator
    static Answer parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
