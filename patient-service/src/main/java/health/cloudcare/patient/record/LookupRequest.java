package health.cloudcare.patient.record;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.aadhaar.AadhaarNumber;
import health.cloudcare.servicekit.problem.FieldError;

/**
 * Records of the patient with this Aadhaar number, or the UID that stands for it: those of a hospital here, or of a facility
 * that is not here and is asked for them.
 */
record LookupRequest(
        @Nullable UUID hospitalId,
        @Nullable AadhaarNumber aadharNumber,

        @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits") @Nullable
        String aadharUid,

        @Size(max = 200) @Nullable String facilityName) {

    LookupRequest {
        facilityName = facilityName == null || facilityName.isBlank() ? null : facilityName.strip();
    }

    /** What no annotation can say. */
    List<FieldError> errors() {
        if ((aadharNumber == null) == (aadharUid == null)) {
            return List.of(new FieldError("aadhar_number", "is needed, or an aadhar_uid, and not both", "one_of"));
        }
        return hospitalId == null && facilityName == null
                ? List.of(new FieldError("hospital_id", "is needed, or a facility_name", "one_of"))
                : List.of();
    }

    @Override
    public String toString() {
        return "LookupRequest";
    }
}
