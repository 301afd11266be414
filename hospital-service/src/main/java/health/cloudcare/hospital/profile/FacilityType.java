package health.cloudcare.hospital.profile;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

public enum FacilityType {
    MULTI_SPECIALTY_HOSPITAL,
    SUPER_SPECIALTY_HOSPITAL,
    GENERAL_HOSPITAL,
    CLINIC,
    DIAGNOSTIC_CENTER,
    NURSING_HOME;

    @JsonCreator
    static FacilityType parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
