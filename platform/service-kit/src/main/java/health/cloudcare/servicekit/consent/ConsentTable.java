package health.cloudcare.servicekit.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentEvent;
import health.cloudcare.contracts.ConsentExpired;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.servicekit.event.CloudEventHeaders;

/**
 * All consents, as their topic tells them. A function of the set of events: repetition and disorder change nothing, as events
 * are numbered per consent. What cannot be read puts its patient in doubt instead of leaving an old consent in force.
 */
final class ConsentTable {

    private static final Logger LOG = Logger.getLogger(ConsentTable.class);

    private final Map<UUID, PatientConsents> patients = new ConcurrentHashMap<>();
    private final AtomicLong unreadable = new AtomicLong();

    PatientConsents of(UUID patientId) {
        return patients.getOrDefault(patientId, PatientConsents.NONE);
    }

    /** Patients with a consent like that; those in doubt are left out. */
    List<UUID> where(Predicate<GrantedConsent> wanted) {
        return patients.entrySet().stream()
                .filter(patient -> !patient.getValue().doubtful()
                        && patient.getValue().live().stream().anyMatch(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    void take(ConsumerRecord<String, byte[]> record) {
        try {
            apply(record);
        } catch (RuntimeException e) {
            unreadable.incrementAndGet();
            LOG.errorf(
                    "unreadable record %s-%d at %d: %s",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
            doubt(record.key());
        }
    }

    /** Before everything is read anew. */
    void clear() {
        patients.clear();
    }

    int size() {
        return patients.size();
    }

    /** Records that could not be read since the start. */
    long unreadable() {
        return unreadable.get();
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        ConsentEvent event = read(record);
        if (!event.key().equals(record.key()) || event.version() < 1) {
            throw new IllegalArgumentException("not the event of this key, or without a version");
        }
        GrantedConsent granted = event instanceof ConsentGranted grant ? GrantedConsent.of(grant) : null;
        UUID consentId = event.consentId();
        patients.merge(
                event.patientId(),
                PatientConsents.NONE.with(consentId, event.version(), granted),
                (known, ignored) -> known.with(consentId, event.version(), granted));
    }

    private static ConsentEvent read(ConsumerRecord<String, byte[]> record) {
        String type = String.valueOf(CloudEventHeaders.text(record.headers(), CloudEventHeaders.TYPE));
        Class<? extends ConsentEvent> known =
                switch (type) {
                    case ConsentRequested.TYPE -> ConsentRequested.class;
                    case ConsentGranted.TYPE -> ConsentGranted.class;
                    case ConsentDenied.TYPE -> ConsentDenied.class;
                    case ConsentRevoked.TYPE -> ConsentRevoked.class;
                    case ConsentExpired.TYPE -> ConsentExpired.class;
                    default -> throw new IllegalArgumentException("a type that this version does not know");
                };
        return EventJson.read(record.value(), known);
    }

    private void doubt(@Nullable String key) {
        try {
            patients.merge(
                    UUID.fromString(String.valueOf(key)),
                    PatientConsents.NONE.inDoubt(),
                    (known, ignored) -> known.inDoubt());
        } catch (IllegalArgumentException e) {
            LOG.error("its key is no patient either; no consent of ours has such a key");
        }
    }
}
