package health.cloudcare.document.record;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.document.grant.FileGrants;
import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.AuditTrail;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

/**
 * Files for their owners, and for doctors to whom they were opened one by one. That is no consent, so the decision is made here, by
 * the grants of this moment; it is on the audit trail like any other, with the grant in the place of the consent.
 */
@ApplicationScoped
class SharedFiles {

    /** To look at, not to keep. */
    private static final Scope LOOK = new Scope(Set.of(), null, null, Resolution.RAW, false);

    private final CallerIdentity identity;
    private final AccessDecision access;
    private final MedicalRecords records;
    private final FileGrants grants;
    private final AuditTrail audit;

    SharedFiles(
            CallerIdentity identity,
            AccessDecision access,
            MedicalRecords records,
            FileGrants grants,
            AuditTrail audit) {
        this.identity = identity;
        this.access = access;
        this.records = records;
        this.grants = grants;
        this.audit = audit;
    }

    /** @param mayKeep whether a copy may be saved */
    record Opened(MedicalRecord record, boolean mayKeep) {}

    Uni<Page<MedicalRecord>> own(PageRequest page) {
        UUID patientId = Objects.requireNonNull(identity.caller().patientId());
        return access.require(request(patientId, Action.READ, "documents/list"))
                .chain(() -> records.uploadedBy(patientId, page));
    }

    Uni<Opened> own(UUID fileId) {
        return owned(fileId, Action.READ, "documents/link").map(record -> new Opened(record, true));
    }

    /** Whose it is: the caller's. */
    Uni<UUID> ownToShare(UUID fileId) {
        return owned(fileId, Action.WRITE, "documents/share").map(MedicalRecord::patientId);
    }

    Uni<Page<MedicalRecord>> openToCaller(UUID patientId, PageRequest page) {
        Caller caller = identity.caller();
        UUID doctorId = caller.doctorId();
        AccessRequest request = request(patientId, Action.READ, "documents/shared-list");
        if (doctorId == null || !caller.verified()) {
            return refuse(caller, request, "not verified");
        }
        return grants.isConnected(patientId, doctorId)
                .chain(connected -> connected
                        ? grants.filesOpen(patientId, doctorId)
                                .chain(open -> open.isEmpty()
                                        ? Uni.createFrom().item(Page.of(List.<MedicalRecord>of(), page, 0))
                                        : records.among(open, page)
                                                .call(found -> audit.accessed(
                                                        new Grant(caller, patientId, open.getFirst(), LOOK, false),
                                                        request)))
                        : refuse(caller, request, "not connected"));
    }

    Uni<Opened> openToCaller(UUID fileId) {
        Caller caller = identity.caller();
        UUID doctorId = caller.doctorId();
        return records.one(fileId).chain(record -> {
            AccessRequest request = request(record.patientId(), Action.READ, "documents/link");
            return doctorId == null || !caller.verified()
                    ? refuse(caller, request, "not verified")
                    : grants.open(fileId, doctorId)
                            .chain(grant -> grant.isEmpty()
                                    ? refuse(caller, request, "not opened to the caller")
                                    : audit.accessed(
                                                    new Grant(caller, record.patientId(), grant.get(), LOOK, false),
                                                    request)
                                            .replaceWith(new Opened(record, false)));
        });
    }

    /** Somebody else's is one that there is not. */
    private Uni<MedicalRecord> owned(UUID fileId, Action action, String resource) {
        Caller caller = identity.caller();
        return records.one(fileId).call(record -> {
            AccessRequest request = request(record.patientId(), action, resource);
            return caller.isPatient(record.patientId())
                    ? access.require(request).replaceWithVoid()
                    : this.<Void>refuse(caller, request, "not the owner");
        });
    }

    private <T> Uni<T> refuse(Caller caller, AccessRequest request, String reason) {
        return audit.refused(caller, request, reason)
                .chain(() -> Uni.createFrom().failure(RecordProblems.fileNotFound()));
    }

    private static AccessRequest request(UUID patientId, Action action, String resource) {
        return new AccessRequest(patientId, DataCategory.DOCUMENTS, action, resource);
    }
}
