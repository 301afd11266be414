package health.cloudcare.servicekit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;

/** What the tests call: one endpoint per thing the kit does for a resource. */
@Path("/sample")
@Consumes(MediaType.APPLICATION_JSON)
public class SampleResource {

    private final AccessDecision access;

    SampleResource(AccessDecision access) {
        this.access = access;
    }

    public record Contact(@NotBlank String cityName) {}

    public record Signup(
            @NotBlank String firstName,
            LocalDate dateOfBirth,
            int visits,
            @Valid List<Contact> contacts) {}

    public record Answer(String firstName, Instant seenAt) {}

    @POST
    @PermitAll
    public Answer signup(@Valid Signup signup) {
        return new Answer(signup.firstName(), Instant.parse("2025-11-19T05:50:01.236Z"));
    }

    @GET
    @Path("list")
    @PermitAll
    public int list(@QueryParam("days") @Max(365) int days) {
        return days;
    }

    @GET
    @Path("private")
    public String secured() {
        return "yes";
    }

    @GET
    @Path("service")
    @RolesAllowed(RoleNames.SERVICE)
    public String servicesOnly() {
        return "yes";
    }

    @GET
    @Path("broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("secret 1234 in SampleResource");
    }

    @GET
    @Path("conflict")
    @PermitAll
    public Uni<String> conflict() {
        return Uni.createFrom().failure(ProblemType.CONFLICT.problem("Taken.", Map.of("hint", "choose another")));
    }

    @GET
    @Path("patients/{id}")
    public Uni<String> patient(@PathParam("id") UUID id) {
        return access.require(new AccessRequest(id, DataCategory.PROFILE, Action.READ, "sample/patient"))
                .map(Grant::patientId)
                .map(UUID::toString);
    }
}
