package health.cloudcare.contracts;

import java.util.UUID;

/** What became of a connection between a patient and a doctor, which a patient asks for and a doctor accepts. */
public sealed interface ConnectionEvent extends Event
        permits ConnectionRequested, ConnectionAccepted, ConnectionRejected, ConnectionCancelled, ConnectionRemoved {

    UUID patientId();

    UUID connectionId();

    UUID doctorId();

    /** Numbers the events of one connection, from 1: of two the higher one holds, in whatever order they come. */
    int version();

    @Override
    default Topic topic() {
        return Topic.CONNECTION;
    }

    @Override
    default String key() {
        return patientId().toString();
    }
}
