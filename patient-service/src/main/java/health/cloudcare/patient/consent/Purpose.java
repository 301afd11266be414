package health.cloudcare.patient.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Why somebody asks, as a code and in words. */
@Embeddable
record Purpose(
        @Enumerated(EnumType.STRING) @Column(name = "purpose_code")
        PurposeCode code,

        @Column(name = "purpose_text") String text) {

    static final Purpose CARE = of(PurposeCode.CAREMGT);

    static Purpose of(PurposeCode code) {
        return new Purpose(code, code.text());
    }
}
