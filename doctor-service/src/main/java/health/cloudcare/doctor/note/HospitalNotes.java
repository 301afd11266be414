package health.cloudcare.doctor.note;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.doctor.profile.DoctorSummary;
import health.cloudcare.doctor.profile.Doctors;
import health.cloudcare.servicekit.access.Grant;

/** What the doctors of a hospital wrote about a patient. */
@ApplicationScoped
class HospitalNotes {

    private static final int MOST = 200;

    private static final String DOCTORS = """
            SELECT DISTINCT a.doctor_id FROM affiliation a JOIN clinical_note n ON n.doctor_id = a.doctor_id
             WHERE a.hospital_id = ?1 AND a.is_primary AND a.standing = 'ACTIVE' AND n.patient_id = ?2
            """;

    private final ClinicalNotes notes;
    private final Doctors doctors;

    HospitalNotes(ClinicalNotes notes, Doctors doctors) {
        this.notes = notes;
        this.doctors = doctors;
    }

    @WithSession
    Uni<List<HospitalNoteResource.LookupItem>> of(Grant grant, UUID hospitalId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DOCTORS, UUID.class)
                        .setParameter(1, hospitalId)
                        .setParameter(2, grant.patientId())
                        .getResultList())
                .chain(writers -> writers.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : notes.newestOf(grant.patientId(), grant.scope(), writers, MOST)
                                .chain(found -> doctors.summaries(writers).map(names -> items(found, names))));
    }

    private static List<HospitalNoteResource.LookupItem> items(
            List<ClinicalNote> found, List<DoctorSummary> summaries) {
        Map<UUID, DoctorSummary> byId =
                summaries.stream().collect(Collectors.toMap(DoctorSummary::id, Function.identity()));
        return found.stream()
                .map(note -> {
                    DoctorSummary doctor = byId.get(note.doctorId());
                    return new HospitalNoteResource.LookupItem(
                            note.id(),
                            note.content().title(),
                            note.day(),
                            note.content().type(),
                            note.content().description(),
                            doctor == null ? null : "Dr. " + doctor.lastName());
                })
                .toList();
    }
}
