package health.cloudcare.servicekit.access;

import java.util.List;
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

    /** Patients of whom any consent to the caller is open now. Opens nothing and counts nothing. */
    default Uni<List<UUID>> patientsOpenTo(Caller caller) {
        return Uni.createFrom().item(List.of());
    }

    /** To whom consents are open now that let them do this, emergencies left out. Opens nothing and counts nothing. */
    default Uni<List<Grantee>> granteesOf(AccessRequest request) {
        return Uni.createFrom().item(List.of());
    }
}
