package health.cloudcare.doctor.carelist;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.doctor.note.PatientNotes;

/** When patients last saw the doctor. */
@ApplicationScoped
class Visits {

    private static final ZoneId HOME_ZONE = ZoneId.of("Asia/Kolkata");

    private final PatientNotes notes;

    Visits(PatientNotes notes) {
        this.notes = notes;
    }

    /** By patient, of those about whom the doctor wrote something: the beginning of the day it is about. */
    @WithSession
    Uni<Map<UUID, Instant>> lastOf(UUID doctorId, Set<UUID> patients) {
        if (patients.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return notes.newestDays(doctorId, patients)
                .map(days -> days.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, day -> day.getValue()
                        .atStartOfDay(HOME_ZONE)
                        .toInstant())));
    }
}
