package health.cloudcare.doctor.note;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** A patient's notes: read by the patient and with a consent, written by doctors with one. */
@Path("/api/v1/patients/{patient_id}/notes")
@Authenticated
class NoteResource {

    private static final ZoneId HOME_ZONE = ZoneId.of("Asia/Kolkata");

    private final AccessDecision access;
    private final PatientNotes notes;
    private final Clock clock;

    NoteResource(AccessDecision access, PatientNotes notes, Clock clock) {
        this.access = access;
        this.notes = notes;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(RoleNames.DOCTOR)
    @Operation(summary = "Writes a note down")
    @APIResponse(responseCode = "201")
    public Uni<RestResponse<NoteResponse>> write(
            @PathParam("patient_id") UUID patientId, @NotNull @Valid WriteNoteRequest request) {
        LocalDate today = requireValid(request);
        return require(patientId, Action.WRITE)
                .chain(grant -> notes.write(patientId, doctorOf(grant), request, request.day(today)))
                .map(NoteResource::created);
    }

    @PUT
    @Path("/{note_id}")
    @RolesAllowed(RoleNames.DOCTOR)
    @Operation(summary = "Amends a note of one's own; what it said before stays readable")
    public Uni<RestResponse<NoteResponse>> amend(
            @PathParam("patient_id") UUID patientId,
            @PathParam("note_id") UUID noteId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid WriteNoteRequest request) {
        requireValid(request);
        return require(patientId, Action.WRITE)
                .chain(grant -> notes.amend(grant, doctorOf(grant), noteId, request, ifMatch))
                .map(NoteResource::tagged);
    }

    @GET
    @Path("/{note_id}/history")
    @Operation(summary = "What a note said, oldest first, and says now")
    public Uni<List<RevisionResponse>> history(
            @PathParam("patient_id") UUID patientId, @PathParam("note_id") UUID noteId) {
        return require(patientId, Action.READ).chain(grant -> notes.history(grant, noteId));
    }

    /** @param recordType in any case; all without it */
    @GET
    @Operation(summary = "The patient's notes, newest first by the day they are about")
    public Uni<Page<NoteResponse>> list(
            @PathParam("patient_id") UUID patientId,
            @RestQuery("record_type") @Nullable String recordType,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        NoteType type = parsed(recordType);
        return require(patientId, Action.READ).chain(grant -> notes.newest(grant, type, PageRequest.of(page, size)));
    }

    @GET
    @Path("/{note_id}")
    @Operation(summary = "One note")
    public Uni<RestResponse<NoteResponse>> one(
            @PathParam("patient_id") UUID patientId, @PathParam("note_id") UUID noteId) {
        return require(patientId, Action.READ)
                .chain(grant -> notes.one(grant, noteId))
                .map(NoteResource::tagged);
    }

    private LocalDate requireValid(WriteNoteRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HOME_ZONE);
        List<FieldError> errors = request.errors(today);
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID.problem("The request is not valid.", errors);
        }
        return today;
    }

    private static @Nullable NoteType parsed(@Nullable String recordType) {
        try {
            return recordType == null || recordType.isBlank() ? null : NoteType.parse(recordType);
        } catch (IllegalArgumentException unknown) {
            throw ProblemType.INVALID.problem(
                    "The request is not valid.",
                    List.of(new FieldError("record_type", "must be a documented type", "enum")));
        }
    }

    private static RestResponse<NoteResponse> tagged(NoteResponse note) {
        return RestResponse.ResponseBuilder.ok(note)
                .tag(Versions.tag(note.revision()))
                .build();
    }

    private Uni<Grant> require(UUID patientId, Action action) {
        return access.require(new AccessRequest(patientId, DataCategory.NOTES, action, "doctors/notes"));
    }

    private static UUID doctorOf(Grant grant) {
        return Objects.requireNonNull(grant.caller().doctorId());
    }

    private static RestResponse<NoteResponse> created(NoteResponse note) {
        URI place = URI.create("/api/v1/patients/%s/notes/%s".formatted(note.patientId(), note.id()));
        return RestResponse.ResponseBuilder.<NoteResponse>created(place)
                .entity(note)
                .build();
    }
}
