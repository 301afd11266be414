package health.cloudcare.doctor.carelist;

import java.time.Instant;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor keeps in mind of a patient on their list.
 *
 * @param condition in the doctor's words; without it the list says how the access stands
 */
record CareNote(
        @NotNull CareStatus status,
        @Size(max = 200) @Nullable String condition,
        @Nullable Instant nextAppointment,
        @NotNull Boolean emergencyFlag) {

    @JsonIgnore
    @AssertTrue(message = "must say how the patient is: ACTIVE, STABLE, MONITORING or CRITICAL")
    boolean isAboutThePatient() {
        return status != CareStatus.LOCKED;
    }

    @Override
    public String toString() {
        return "CareNote";
    }
}
