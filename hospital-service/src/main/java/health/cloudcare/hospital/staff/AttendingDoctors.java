package health.cloudcare.hospital.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.DoctorAssigned;
import health.cloudcare.contracts.DoctorUnassigned;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Which doctors attend to whom. Each sees by the admission's consent what the hospital sees, from the event that tells of the
 * assignment to the one that ends it. Within transactions of the callers.
 */
@ApplicationScoped
public class AttendingDoctors {

    private static final ProblemType NOT_STAFF = new ProblemType("NOT_STAFF", 409, "Not of the staff");

    private static final String ASSIGN = """
            INSERT INTO attending (admission_id, doctor_id, assigned_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (admission_id, doctor_id) WHERE ended_at IS NULL DO NOTHING RETURNING true
            """;

    private static final String END = """
            UPDATE attending SET ended_at = ?3 WHERE admission_id = ?1 AND doctor_id = ?2 AND ended_at IS NULL RETURNING doctor_id
            """;

    private static final String END_ALL_OF_STAY = """
            UPDATE attending SET ended_at = ?2 WHERE admission_id = ?1 AND ended_at IS NULL RETURNING doctor_id
            """;

    private static final String END_ALL_OF_DOCTOR = """
            UPDATE attending SET ended_at = ?3 FROM admission
             WHERE admission.id = attending.admission_id AND admission.hospital_id = ?1 AND attending.doctor_id = ?2
               AND attending.ended_at IS NULL
            RETURNING admission.patient_id, admission.id, admission.consent_id
            """;

    private static final String NOW = """
            SELECT doctor_id FROM attending WHERE admission_id = ?1 AND ended_at IS NULL ORDER BY assigned_at, doctor_id
            """;

    private final Outbox outbox;

    AttendingDoctors(Outbox outbox) {
        this.outbox = outbox;
    }

    /** False, and nothing done, when the doctor attends already. */
    private Uni<Boolean> assign(Attendance stay, UUID doctorId, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ASSIGN, Boolean.class)
                        .setParameter(1, stay.admissionId())
                        .setParameter(2, doctorId)
                        .setParameter(3, now)
                        .getSingleResultOrNull())
                .map(Boolean.TRUE::equals)
                .call(assigned -> assigned
                        ? outbox.append(assigned(stay, doctorId, now))
                        : Uni.createFrom().voidItem());
    }

    /** Whether the doctor did not attend before; fails with a 409 problem unless they work there. */
    public Uni<Boolean> assignStaff(Attendance stay, UUID doctorId, Instant now) {
        return Staff.works(stay.hospitalId(), doctorId)
                .chain(works -> works
                        ? assign(stay, doctorId, now)
                        : Uni.createFrom().failure(NOT_STAFF.problem("This doctor does not work in the hospital.")));
    }

    /** Whom the hospital named when it asked, should that doctor work there. */
    public Uni<Void> assignIfStaff(Attendance stay, @Nullable UUID doctorId, Instant now) {
        if (doctorId == null) {
            return Uni.createFrom().voidItem();
        }
        return Staff.works(stay.hospitalId(), doctorId)
                .chain(works -> works
                        ? assign(stay, doctorId, now).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** Whether the doctor attended. */
    public Uni<Boolean> end(Attendance stay, UUID doctorId, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(END, UUID.class)
                        .setParameter(1, stay.admissionId())
                        .setParameter(2, doctorId)
                        .setParameter(3, now)
                        .getResultList())
                .call(ended -> tellEach(stay, ended, now))
                .map(ended -> !ended.isEmpty());
    }

    public Uni<Void> endAllOf(Attendance stay, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(END_ALL_OF_STAY, UUID.class)
                        .setParameter(1, stay.admissionId())
                        .setParameter(2, now)
                        .getResultList())
                .chain(ended -> tellEach(stay, ended, now));
    }

    Uni<Void> endAllOf(UUID hospitalId, UUID doctorId, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(END_ALL_OF_DOCTOR, Object[].class)
                        .setParameter(1, hospitalId)
                        .setParameter(2, doctorId)
                        .setParameter(3, now)
                        .getResultList())
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> outbox.append(ended(attendance(hospitalId, row), doctorId, now)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    public Uni<List<UUID>> of(Attendance stay) {
        return Panache.getSession().chain(session -> session.createNativeQuery(NOW, UUID.class)
                .setParameter(1, stay.admissionId())
                .getResultList());
    }

    private Uni<Void> tellEach(Attendance stay, List<UUID> doctors, Instant now) {
        return Multi.createFrom()
                .iterable(doctors)
                .onItem()
                .transformToUniAndConcatenate(doctor -> outbox.append(ended(stay, doctor, now)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static DoctorAssigned assigned(Attendance stay, UUID doctorId, Instant now) {
        return new DoctorAssigned(
                now, stay.hospitalId(), stay.patientId(), stay.admissionId(), stay.consentId(), doctorId);
    }

    private static DoctorUnassigned ended(Attendance stay, UUID doctorId, Instant now) {
        return new DoctorUnassigned(
                now, stay.hospitalId(), stay.patientId(), stay.admissionId(), stay.consentId(), doctorId);
    }

    private static Attendance attendance(UUID hospitalId, Object[] row) {
        return new Attendance(hospitalId, (UUID) row[0], (UUID) row[1], (UUID) row[2]);
    }
}
