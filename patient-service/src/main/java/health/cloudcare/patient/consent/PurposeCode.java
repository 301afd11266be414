package health.cloudcare.patient.consent;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Why somebody asks: the codes of India's ABDM consent artefact, with the text it gives them. */
enum PurposeCode {
    CAREMGT("Care Management"),
    BTG("Break the Glass"),
    PUBHLTH("Public Health"),
    HPAYMT("Healthcare Payment"),
    DSRCH("Disease Specific Healthcare Research"),
    PATRQT("Self Requested");

    private final String text;

    PurposeCode(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    @JsonCreator
    static PurposeCode parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
