package health.cloudcare.patient.aadhaar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.identity.RoleNames;

/** For operators, after they gave the vault a new key. Not reachable through the gateway. */
@Path("/internal/v1/aadhaar-vault/reencryptions")
@RolesAllowed({RoleNames.SERVICE, RoleNames.SYSTEM_ADMIN})
class ReencryptionResource {

    private final VaultReencryption reencryption;

    ReencryptionResource(VaultReencryption reencryption) {
        this.reencryption = reencryption;
    }

    @POST
    public Uni<ReencryptionResponse> reencrypt() {
        return reencryption.run();
    }
}
