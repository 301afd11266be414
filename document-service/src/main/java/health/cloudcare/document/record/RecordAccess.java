package health.cloudcare.document.record;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.AuditTrail;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;

/** Who may do what with a patient's documents. */
@ApplicationScoped
class RecordAccess {

    private final CallerIdentity identity;
    private final AccessDecision access;
    private final MedicalRecords records;
    private final AuditTrail audit;

    RecordAccess(CallerIdentity identity, AccessDecision access, MedicalRecords records, AuditTrail audit) {
        this.identity = identity;
        this.access = access;
        this.records = records;
        this.audit = audit;
    }

    Uni<Grant> requireReader(UUID patientId) {
        return access.require(request(patientId, Action.READ, "documents/list"));
    }

    /** Whose consent is for a range of days adds documents of these days alone, which are those they see. */
    Uni<Grant> requireUploader(NewRecord record) {
        return access.require(
                request(record.patientId(), Action.WRITE, "documents/upload").between(record.day(), record.day()));
    }

    /**
     * Whose document it is, when that is the caller. No consent, however wide, lets anybody else remove one, so the decision is not
     * left to {@link AccessDecision}: for them there is no such document, and that they tried is on the audit trail.
     */
    Uni<UUID> requireOwnerOf(UUID recordId) {
        Caller caller = identity.caller();
        return records.patientOf(recordId)
                .onItem()
                .ifNull()
                .failWith(RecordProblems::notFound)
                .call(patientId -> requireOwner(caller, patientId));
    }

    private Uni<Void> requireOwner(Caller caller, UUID patientId) {
        AccessRequest request = request(patientId, Action.WRITE, "documents/delete");
        return caller.isPatient(patientId)
                ? access.require(request).replaceWithVoid()
                : audit.refused(caller, request, "not the owner")
                        .chain(() -> Uni.createFrom().failure(RecordProblems.notFound()));
    }

    private static AccessRequest request(UUID patientId, Action action, String resource) {
        return new AccessRequest(patientId, DataCategory.DOCUMENTS, action, resource);
    }
}
