package health.cloudcare.patient.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.PatientErased;
import health.cloudcare.patient.connection.ConnectionChanges;
import health.cloudcare.patient.consent.ConsentErasure;
import health.cloudcare.patient.profile.Patient;
import health.cloudcare.patient.profile.Patients;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.inbox.Inbox;
import health.cloudcare.servicekit.outbox.Outbox;

/** Erases the patient of a deleted account and tells everybody who keeps data of this patient. */
@ApplicationScoped
class PatientErasure {

    private static final Logger LOG = Logger.getLogger(PatientErasure.class);
    private static final String CONSUMER = "patient-erasure";

    private final Inbox inbox;
    private final Outbox outbox;
    private final RegistrationLocks locks;
    private final Patients patients;
    private final ConsentErasure consents;
    private final ConnectionChanges connections;
    private final Clock clock;

    PatientErasure(
            Inbox inbox,
            Outbox outbox,
            RegistrationLocks locks,
            Patients patients,
            ConsentErasure consents,
            ConnectionChanges connections,
            Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.locks = locks;
        this.patients = patients;
        this.consents = consents;
        this.connections = connections;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> erase(AccountDeleted event) {
        UUID patientId = event.patientId();
        if (patientId == null || !event.role().equals(Role.PATIENT.name())) {
            return Uni.createFrom().voidItem();
        }
        return inbox.firstTime(CONSUMER, event.eventId().toString())
                .chain(first -> first
                        ? erase(patientId, event.accountId())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> erase(UUID patientId, UUID accountId) {
        return locks.lock(patientId)
                // locked, so that no consent is requested while the others are erased
                .chain(() -> patients.findById(patientId, LockModeType.PESSIMISTIC_WRITE))
                .chain(patient -> erase(patientId, accountId, patient));
    }

    /**
     * Consents and connections end first, each with its event; the vault's entry goes with the profile, by its foreign key. The event goes out even when there is no profile (any
     * more): the others may still keep data, and for them too a repeat is harmless.
     */
    private Uni<Void> erase(UUID patientId, UUID accountId, @Nullable Patient patient) {
        if (patient != null && !patient.accountId().equals(accountId)) {
            LOG.errorf("account %s was deleted with patient %s, who belongs to another account", accountId, patientId);
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return consents.eraseAllOf(patientId, now)
                .chain(() -> connections.eraseAllOf(patientId))
                .chain(() -> patient == null ? Uni.createFrom().voidItem() : patients.delete(patient))
                .chain(() -> locks.cancel(patientId))
                .chain(() -> outbox.append(new PatientErased(now, patientId)));
    }
}
