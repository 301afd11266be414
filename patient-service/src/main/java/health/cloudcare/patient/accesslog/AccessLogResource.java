package health.cloudcare.patient.accesslog;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

/** Who read or changed what of a patient, refusals included. Reading it is an access too. */
@Path("/api/v1/patients/{patient_id}/access-log")
@Authenticated
class AccessLogResource {

    private final LogAccess access;
    private final LogReading reading;

    AccessLogResource(LogAccess access, LogReading reading) {
        this.access = access;
        this.reading = reading;
    }

    /**
     * @param from the first instant to show
     * @param to the first instant that is too late
     * @param outcome ALLOWED or REFUSED, in any case
     * @param emergency true for the accesses that broke the glass, false for the others
     */
    @GET
    public Uni<Page<LogEntryResponse>> entries(
            @PathParam("patient_id") UUID patientId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("emergency") @Nullable String emergency,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        return access.requireOwner(patientId)
                .chain(() -> reading.page(
                        patientId, LogFilter.parse(from, to, outcome, emergency), PageRequest.of(page, size)));
    }
}
