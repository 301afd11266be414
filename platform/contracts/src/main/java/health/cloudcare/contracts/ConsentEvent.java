package health.cloudcare.contracts;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What became of a consent of a patient to one doctor or one hospital. */
public sealed interface ConsentEvent extends Event
        permits ConsentRequested, ConsentGranted, ConsentDenied, ConsentRevoked, ConsentExpired {

    UUID patientId();

    UUID consentId();

    /** Numbers the events of one consent, from 1: of two the higher one holds, in whatever order they come. */
    int version();

    @Nullable
    UUID doctorId();

    @Nullable
    UUID hospitalId();

    @Override
    default Topic topic() {
        return Topic.CONSENT;
    }

    @Override
    default String key() {
        return patientId().toString();
    }
}
