package health.cloudcare.doctor.note;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What a note is about: the documented record types of doctors. */
enum NoteType {
    CHECKUP,
    LAB_RESULT,
    PRESCRIPTION,
    DIAGNOSIS,
    SURGERY,
    EMERGENCY;

    @JsonCreator
    static NoteType parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
