package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened, as told on a Kafka topic. An event refers to records by id; it never carries clinical content
 * or personal data. Its JSON form is described by {@code schemas/<type>.json}.
 */
public sealed interface Event
        permits AccountRegistered,
                AccountVerified,
                AccountLocked,
                SessionRevoked,
                AccountDeleted,
                PatientRegistered,
                PatientProfileUpdated,
                PatientErased,
                ConsentEvent,
                ConnectionEvent,
                DoctorEvent,
                HospitalEvent,
                DocumentEvent,
                DataAccessed,
                AccessRefused,
                AccessHeadSigned,
                MetricsSynced,
                AggregateRevised,
                AlertRaised,
                DeviceUnpaired,
                DevicePaired,
                NotificationCreated {

    /** Unique per event, UUIDv7 unless a publisher derives it so that a repeated publication is recognised. */
    UUID eventId();

    Instant occurredAt();

    /** CloudEvents type: domain and past-tense verb, for example {@code account.registered}. */
    @JsonIgnore
    String type();

    @JsonIgnore
    Topic topic();

    /** Record key: the id of the aggregate whose events must stay in order. */
    @JsonIgnore
    String key();
}
