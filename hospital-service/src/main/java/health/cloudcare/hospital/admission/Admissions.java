package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.hospital.staff.Attendance;

@ApplicationScoped
class Admissions implements PanacheRepositoryBase<Admission, UUID> {

    /** Some more than the beds of a large hospital. */
    private static final int MOST_ACTIVE = 2000;

    /** Documented, of emergencies and of the others each. */
    private static final int MOST_DISCHARGED = 50;

    /** More than anybody has. */
    private static final int MOST_STAYS = 500;

    private static final Sort BY_REQUEST = Sort.descending("requestedAt", "id");
    private static final Sort BY_DISCHARGE = Sort.descending("dischargedAt", "id");
    private static final Sort BY_ADMISSION = Sort.descending("admittedAt", "id");

    private static final Comparator<Admission> NEWEST_DISCHARGE = Comparator.comparing(Admission::dischargedAt)
            .thenComparing(Admission::id)
            .reversed();

    private static final String RUNNING = "hospitalId = ?1 and status = ?2";
    private static final String WITH_PATIENT = RUNNING + " and patientId is not null";

    private static final String LOCK = """
            INSERT INTO admission (id, consent_id, hospital_id, status, requested_at) VALUES (?1, ?2, ?3, 'PENDING', ?4)
            ON CONFLICT (consent_id) DO UPDATE SET consent_id = excluded.consent_id
            RETURNING *
            """;

    /** The one of the consent, a new one if there was none, kept from everybody else until the transaction ends. */
    Uni<Admission> lock(UUID consentId, UUID hospitalId, Instant requestedAt) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LOCK, Admission.class)
                .setParameter(1, UuidV7.at(requestedAt))
                .setParameter(2, consentId)
                .setParameter(3, hospitalId)
                .setParameter(4, requestedAt)
                .getSingleResult());
    }

    Uni<Boolean> isAdmitted(UUID hospitalId, UUID patientId) {
        return count(RUNNING + " and patientId = ?3", hospitalId, AdmissionStatus.ADMITTED, patientId)
                .map(count -> count > 0);
    }

    @WithSession
    Uni<Boolean> isAdmittedNow(UUID hospitalId, UUID patientId) {
        return isAdmitted(hospitalId, patientId);
    }

    /** Those by which the patient is in now, the newest first; or a 404 problem. */
    Uni<List<Attendance>> running(UUID hospitalId, UUID patientId) {
        return find(RUNNING + " and patientId = ?3", BY_ADMISSION, hospitalId, AdmissionStatus.ADMITTED, patientId)
                .list()
                .onItem()
                .transform(stays -> stays.stream().map(Admission::attendance).toList())
                .onItem()
                .invoke(stays -> {
                    if (stays.isEmpty()) {
                        throw AdmissionProblems.notAdmitted();
                    }
                });
    }

    Uni<List<Admission>> lockRunning(UUID hospitalId, UUID patientId) {
        return find(RUNNING + " and patientId = ?3", hospitalId, AdmissionStatus.ADMITTED, patientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Admission>> lockRunning(UUID hospitalId) {
        return find(RUNNING, hospitalId, AdmissionStatus.ADMITTED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Admission>> lockAllOf(UUID patientId) {
        return find("patientId = ?1", patientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whoever is in the hospital, is to come, and has left, in this order. In a session of its own. */
    @WithSession
    Uni<List<Admission>> newestIn(UUID hospitalId) {
        return newest(hospitalId, AdmissionStatus.ADMITTED, BY_REQUEST, MOST_ACTIVE)
                .chain(admitted -> newest(hospitalId, AdmissionStatus.PENDING, BY_REQUEST, MOST_ACTIVE)
                        .map(pending -> both(admitted, pending)))
                .chain(active -> discharged(hospitalId).map(discharged -> both(active, discharged)));
    }

    /** Those of a patient that came about. */
    Uni<List<Admission>> staysOf(UUID patientId) {
        return find("patientId = ?1 and admittedAt is not null", BY_ADMISSION, patientId)
                .page(0, MOST_STAYS)
                .list();
    }

    /** The newest emergencies, and the newest of the others. */
    private Uni<List<Admission>> discharged(UUID hospitalId) {
        return newestDischarged(hospitalId, " and details.severity is null")
                .chain(planned -> newestDischarged(hospitalId, " and details.severity is not null")
                        .map(emergencies -> both(planned, emergencies)))
                .map(all -> all.stream().sorted(NEWEST_DISCHARGE).toList());
    }

    private Uni<List<Admission>> newestDischarged(UUID hospitalId, String kind) {
        return find(WITH_PATIENT + kind, BY_DISCHARGE, hospitalId, AdmissionStatus.DISCHARGED)
                .page(0, MOST_DISCHARGED)
                .list();
    }

    private Uni<List<Admission>> newest(UUID hospitalId, AdmissionStatus status, Sort order, int most) {
        return find(WITH_PATIENT, order, hospitalId, status).page(0, most).list();
    }

    private static List<Admission> both(List<Admission> first, List<Admission> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
