package health.cloudcare.patient.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.PatientRegistered;
import health.cloudcare.patient.profile.Patient;
import health.cloudcare.patient.profile.Patients;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.inbox.Inbox;
import health.cloudcare.servicekit.outbox.Outbox;

/** Makes a provisional profile a registered one once its account is active, and tells everybody. */
@ApplicationScoped
class RegistrationCompletion {

    private static final Logger LOG = Logger.getLogger(RegistrationCompletion.class);
    private static final String CONSUMER = "registration-completion";

    private final Inbox inbox;
    private final Outbox outbox;
    private final Patients patients;
    private final Clock clock;

    RegistrationCompletion(Inbox inbox, Outbox outbox, Patients patients, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.patients = patients;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> complete(AccountRegistered event) {
        UUID patientId = event.patientId();
        if (patientId == null || !event.role().equals(Role.PATIENT.name())) {
            return Uni.createFrom().voidItem();
        }
        return inbox.firstTime(CONSUMER, event.eventId().toString())
                .chain(first -> first
                        ? patients.findById(patientId).chain(patient -> complete(patientId, patient))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> complete(UUID patientId, @Nullable Patient patient) {
        if (patient == null) {
            // auth-service activates an account only after we confirmed the profile: only a restored backup, or a
            // replay after the erasure, gets here
            LOG.errorf("an account was registered for patient %s, who is not here", patientId);
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        patient.completeRegistration(now);
        return outbox.append(
                new PatientRegistered(now, patientId, patient.timeZone().getId()));
    }
}
