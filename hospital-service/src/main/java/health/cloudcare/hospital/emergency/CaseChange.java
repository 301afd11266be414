package health.cloudcare.hospital.emergency;

import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * How a case goes on; what is not given stays, and a blank text takes back what was there.
 *
 * @param status {@code IN_TREATMENT} or {@code STABLE}: the rest follows from the admission
 */
record CaseChange(
        @Nullable Severity severity,
        @Nullable CaseStatus status,
        @Size(max = 100) @Nullable String department,
        @Size(max = 5000) @Nullable String notes) {

    boolean isEmpty() {
        return Stream.of(severity, status, department, notes).allMatch(Objects::isNull);
    }

    @Override
    public String toString() {
        return "CaseChange";
    }
}
