package health.cloudcare.hospital.emergency;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.patientservice.PatientCard;
import health.cloudcare.hospital.patientservice.Patients;
import health.cloudcare.hospital.profile.OwnHospital;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** A hospital's emergencies. Who the patients are is patient-service's to tell. */
@Path("/api/v1/hospitals/{hospital_id}/emergency-cases")
@RolesAllowed(RoleNames.HOSPITAL_ADMIN)
class EmergencyCaseResource {

    private static final String SHOWN_FOR = "hospitals/patients";

    private final OwnHospital own;
    private final CaseUpdates cases;
    private final Patients patients;

    EmergencyCaseResource(OwnHospital own, CaseUpdates cases, Patients patients) {
        this.own = own;
        this.cases = cases;
        this.patients = patients;
    }

    @GET
    @Operation(summary = "The hospital's emergency cases, the most severe first, then the oldest")
    public Uni<Page<CaseResponse>> list(
            @PathParam("hospital_id") UUID hospitalId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        own.require(hospitalId);
        return cases.of(hospitalId, parsed(status), PageRequest.of(page, size))
                .chain(found -> named(found, authorization));
    }

    @GET
    @Path("/{case_id}")
    @Operation(summary = "One emergency case, with the tag of its version")
    public Uni<RestResponse<CaseResponse>> one(
            @PathParam("hospital_id") UUID hospitalId,
            @PathParam("case_id") UUID caseId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        own.require(hospitalId);
        return cases.one(hospitalId, caseId)
                .chain(found -> named(new Page<>(List.of(found), 0, 1, 1), authorization))
                .map(page -> tagged(page.items().getFirst()));
    }

    @PATCH
    @Path("/{case_id}")
    @Operation(summary = "How a case goes on; what is not given stays")
    public Uni<RestResponse<CaseResponse>> change(
            @PathParam("hospital_id") UUID hospitalId,
            @PathParam("case_id") UUID caseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CaseChange change) {
        own.require(hospitalId);
        if (change.isEmpty()) {
            throw ProblemType.INVALID.problem(
                    "There is nothing to change.",
                    List.of(new FieldError("status", "is needed, or a severity, a department or notes", "one_of")));
        }
        return cases.change(hospitalId, caseId, change, ifMatch).map(changed -> tagged(CaseResponse.of(changed, null)));
    }

    private static RestResponse<CaseResponse> tagged(CaseResponse shown) {
        return RestResponse.ResponseBuilder.ok(shown)
                .tag(Versions.tag(shown.version()))
                .build();
    }

    private Uni<Page<CaseResponse>> named(Page<EmergencyCase> found, String authorization) {
        List<UUID> ids = found.items().stream()
                .map(EmergencyCase::patientId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<UUID> admitted = found.items().stream()
                .filter(one -> one.status().isUnderway())
                .map(EmergencyCase::patientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return patients.cards(authorization, ids, SHOWN_FOR, admitted).map(cards -> {
            Map<UUID, PatientCard> byPatient =
                    cards.stream().collect(Collectors.toMap(PatientCard::patientId, Function.identity(), (a, b) -> a));
            return found.map(one -> CaseResponse.of(one, byPatient.get(one.patientId())));
        });
    }

    private static @Nullable CaseStatus parsed(@Nullable String status) {
        try {
            return status == null || status.isBlank() ? null : CaseStatus.parse(status);
        } catch (IllegalArgumentException unknown) {
            throw ProblemType.INVALID.problem(
                    "The request is not valid.",
                    List.of(new FieldError("status", "must be a documented status", "enum")));
        }
    }
}
