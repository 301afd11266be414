package health.cloudcare.patient.consent;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What a number of reads is counted over, from the shortest to the longest. */
enum ReadPeriod {
    DAY,
    WEEK,
    MONTH;

    @JsonCreator
    static ReadPeriod parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
