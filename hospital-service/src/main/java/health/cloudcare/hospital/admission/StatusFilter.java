package health.cloudcare.hospital.admission;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;

/** The tabs of the app. What is scheduled are appointments, which are not kept here: nobody is in that one. */
enum StatusFilter {
    ALL(Set.of(AdmissionStatus.ADMITTED, AdmissionStatus.PENDING, AdmissionStatus.DISCHARGED)),
    ACTIVE(Set.of(AdmissionStatus.ADMITTED, AdmissionStatus.PENDING)),
    SCHEDULED(Set.of()),
    DISCHARGED(Set.of(AdmissionStatus.DISCHARGED));

    private final Set<AdmissionStatus> shown;

    StatusFilter(Set<AdmissionStatus> shown) {
        this.shown = shown;
    }

    boolean shows(Admission admission) {
        return shown.contains(admission.status());
    }

    /** Fails with a problem that does not repeat the text. */
    static StatusFilter parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ALL;
        }
        return Arrays.stream(values())
                .filter(filter -> filter != ALL && filter.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> AdmissionProblems.invalid(
                        List.of(new FieldError("status_filter", "must be active, scheduled or discharged", "enum"))));
    }
}
