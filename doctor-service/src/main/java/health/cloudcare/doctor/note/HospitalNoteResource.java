package health.cloudcare.doctor.note;

import java.time.LocalDate;
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
@Path("/internal/v1/notes/of-hospital")
@Authenticated
class HospitalNoteResource {

    private final AccessDecision access;
    private final HospitalNotes notes;

    HospitalNoteResource(AccessDecision access, HospitalNotes notes) {
        this.access = access;
        this.notes = notes;
    }

    record LookupRequest(@NotNull UUID patientId, @NotNull UUID hospitalId) {}

    /** @param date the day it is about */
    record LookupItem(
            UUID id,
            String title,
            LocalDate date,
            NoteType type,
            String description,
            @Nullable String doctorName) {

        @Override
        public String toString() {
            return "LookupItem " + id;
        }
    }

    /** Notes of the doctors whose first hospital it is, newest first. */
    @POST
    public Uni<List<LookupItem>> lookup(@NotNull @Valid LookupRequest request) {
        return access.require(new AccessRequest(request.patientId(), DataCategory.NOTES, Action.READ, "notes/lookup"))
                .chain(grant -> notes.of(grant, request.hospitalId()));
    }
}
