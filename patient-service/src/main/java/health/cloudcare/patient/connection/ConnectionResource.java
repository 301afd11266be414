package health.cloudcare.patient.connection;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;

/** For auth-service, which shows whoever signs in with whom they are connected, and hands on their token. */
@Path("/internal/v1/connections")
@RolesAllowed({RoleNames.PATIENT, RoleNames.DOCTOR})
class ConnectionResource {

    private final CallerIdentity identity;
    private final ConnectionLists lists;

    ConnectionResource(CallerIdentity identity, ConnectionLists lists) {
        this.identity = identity;
        this.lists = lists;
    }

    @GET
    public Uni<List<ConnectionLists.ConnectionItem>> connections() {
        Caller caller = identity.caller();
        UUID doctorId = caller.doctorId();
        UUID patientId = caller.patientId();
        if (doctorId != null) {
            return lists.ofDoctor(doctorId);
        }
        return patientId == null ? Uni.createFrom().item(List.of()) : lists.ofPatient(patientId);
    }
}
