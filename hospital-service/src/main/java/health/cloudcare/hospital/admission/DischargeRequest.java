package health.cloudcare.hospital.admission;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** @param documentUrl of the discharge letter, as the hospital names it */
record DischargeRequest(
        @Size(max = 5000) @Nullable String note,
        @Size(max = 500) @Nullable String documentUrl) {

    Departure departure() {
        return new Departure(text(note), text(documentUrl));
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    @Override
    public String toString() {
        return "DischargeRequest";
    }
}
