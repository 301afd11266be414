package health.cloudcare.patient.record;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** @param date an instant or a day, as its service keeps it; both sort as texts */
record LookupItem(
        UUID id,
        String title,
        String date,
        String type,
        String description,
        @Nullable String doctorName) {

    @Override
    public String toString() {
        return "LookupItem " + id;
    }
}
