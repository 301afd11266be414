package health.cloudcare.document.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;

/** For patient-service, which looks records up by hospital and hands on the token of whoever asks for them. */
@Path("/internal/v1/documents/of-hospital")
@Authenticated
class HospitalRecordResource {

    private static final int MOST = 200;

    private final AccessDecision access;
    private final MedicalRecords records;

    HospitalRecordResource(AccessDecision access, MedicalRecords records) {
        this.access = access;
        this.records = records;
    }

    record LookupRequest(@NotNull UUID patientId, @NotNull UUID hospitalId) {}

    /** @param doctorName none: a document has no author */
    record LookupItem(
            UUID id,
            String title,
            Instant date,
            String type,
            String description,
            @Nullable String doctorName) {

        static LookupItem of(MedicalRecord record) {
            return new LookupItem(
                    record.id(), record.title(), record.date(), record.recordType(), record.description(), null);
        }

        @Override
        public String toString() {
            return "LookupItem " + id;
        }
    }

    /** Newest first. */
    @POST
    public Uni<List<LookupItem>> lookup(@NotNull @Valid LookupRequest request) {
        return access.require(
                        new AccessRequest(request.patientId(), DataCategory.DOCUMENTS, Action.READ, "documents/lookup"))
                .chain(grant -> records.ofFacility(request.patientId(), request.hospitalId(), grant.scope(), MOST))
                .map(found -> found.stream().map(LookupItem::of).toList());
    }
}
