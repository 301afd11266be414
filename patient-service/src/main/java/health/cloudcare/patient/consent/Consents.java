package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Consents implements PanacheRepositoryBase<Consent, UUID> {

    /** More than anybody scrolls through. */
    private static final int LONGEST_LIST = 500;

    private static final Sort NEWEST_FIRST = Sort.descending("requestedAt", "id");

    private static final String OPEN_REQUEST = """
            patientId = ?1 and coalesce(doctorId, hospitalId) = ?2 and status = ?3 and expiredAt is null
            """;

    private static final Set<ConsentStatus> OPEN = Set.of(ConsentStatus.PENDING, ConsentStatus.APPROVED);

    private static final String OPEN_ADMISSION = """
            patientId = ?1 and hospitalId = ?2 and requestType = ?3 and status in ?4 and expiredAt is null
            """;

    private static final String ALL_OF_PATIENT = "SELECT * FROM consents WHERE patient_id = ?1 ORDER BY id FOR UPDATE";
    private static final String OPEN_OF_BOTH = """
            SELECT * FROM consents
             WHERE patient_id = ?1 AND doctor_id = ?2
               AND status IN ('PENDING', 'APPROVED') AND expired_at IS NULL AND expires_at > ?3
             ORDER BY id FOR UPDATE
            """;
    private static final String ALL = "SELECT * FROM consents ORDER BY id FOR UPDATE";

    /** Leaves out what another replica, or a patient's answer, works on at this moment. */
    private static final String EXPIRED = """
            SELECT * FROM consents
             WHERE status IN ('PENDING', 'APPROVED') AND expired_at IS NULL AND expires_at <= ?1
             ORDER BY expires_at LIMIT ?2 FOR UPDATE SKIP LOCKED
            """;

    Uni<List<Consent>> newestOf(UUID patientId, @Nullable ConsentStatus status) {
        return (status == null
                        ? find("patientId = ?1", NEWEST_FIRST, patientId)
                        : find("patientId = ?1 and status = ?2", NEWEST_FIRST, patientId, status))
                .page(0, LONGEST_LIST)
                .list();
    }

    /** In a session of its own, given back before the answer is put on record. */
    @WithSession
    Uni<@Nullable UUID> patientOf(UUID id) {
        return findById(id).map(consent -> consent == null ? null : consent.patientId());
    }

    Uni<@Nullable Consent> of(UUID patientId, UUID id) {
        return find("id = ?1 and patientId = ?2", id, patientId).firstResult();
    }

    /** The same grantee's request of the same kind, answered by nobody; its time may be up. Waits for whoever changes it. */
    Uni<Optional<Consent>> openRequestLike(AccessWish wish) {
        String sameKind = wish.isAdmission() ? "and requestType = ?4" : "and requestType <> ?4";
        return find(
                        OPEN_REQUEST + sameKind,
                        wish.patientId(),
                        wish.grantee().id(),
                        ConsentStatus.PENDING,
                        AccessWish.ADMISSION)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<Optional<Consent>> openEmergencyLike(AccessWish wish) {
        return find(
                        "patientId = ?1 and doctorId = ?2 and status = ?3 and requestType = ?4 and expiredAt is null",
                        wish.patientId(),
                        wish.grantee().id(),
                        ConsentStatus.APPROVED,
                        AccessWish.EMERGENCY)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** What is open now to a doctor or a hospital. */
    Uni<List<Consent>> liveOf(UUID patientId, UUID grantee, Instant now) {
        return list(
                "patientId = ?1 and coalesce(doctorId, hospitalId) = ?2 and status = ?3 and expiresAt > ?4",
                patientId,
                grantee,
                ConsentStatus.APPROVED,
                now);
    }

    /** The same hospital's admission of the patient, if one runs. Waits for whoever approves or ends one at this moment. */
    Uni<Optional<Consent>> runningAdmissionLike(AccessWish wish, Instant now) {
        return find(OPEN_ADMISSION, wish.patientId(), wish.grantee().id(), AccessWish.ADMISSION, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(open -> open.stream()
                        .filter(consent -> consent.state(now) instanceof ConsentState.Admitted)
                        .findFirst());
    }

    /** What is open because of this admission. */
    Uni<List<Consent>> lockDerivedFrom(UUID admission) {
        return find(
                        "derivedFrom = ?1 and status = ?2 and expiredAt is null",
                        Sort.by("id"),
                        admission,
                        ConsentStatus.APPROVED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Consent>> lockAllOf(UUID patientId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ALL_OF_PATIENT, Consent.class)
                .setParameter(1, patientId)
                .getResultList());
    }

    /** What a doctor has, or waits for, of a patient; the newest last. */
    Uni<List<Consent>> lockOpenOf(UUID patientId, UUID doctorId, Instant now) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN_OF_BOTH, Consent.class)
                .setParameter(1, patientId)
                .setParameter(2, doctorId)
                .setParameter(3, now)
                .getResultList());
    }

    Uni<List<Consent>> lockAll() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, Consent.class).getResultList());
    }

    Uni<List<Consent>> lockExpired(Instant now, int limit) {
        return Panache.getSession().chain(session -> session.createNativeQuery(EXPIRED, Consent.class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList());
    }
}
