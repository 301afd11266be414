package health.cloudcare.servicekit.access;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.identity.Caller;

/**
 * Port: whether a consent lets somebody other than the patient do what they ask, judged at this moment. A service that has no
 * view of consents refuses.
 */
public interface ConsentView {

    /** Counts as a use of the consent, where uses are limited. */
    Uni<Judgement> judge(Caller caller, AccessRequest request);

    /** Whether any consent of the patient to the caller is open now, however narrow. Opens nothing and counts nothing. */
    Uni<Boolean> isAnyOpen(Caller caller, UUID patientId);
}
