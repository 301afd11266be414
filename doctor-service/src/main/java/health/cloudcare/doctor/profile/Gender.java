package health.cloudcare.doctor.profile;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

public enum Gender {
    MALE,
    FEMALE,
    OTHER,
    PREFER_NOT_TO_SAY;

    @JsonCreator
    static Gender parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
