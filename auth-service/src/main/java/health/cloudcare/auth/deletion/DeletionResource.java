package health.cloudcare.auth.deletion;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.session.SuccessResponse;

@Path("/api/v1/auth")
@Authenticated
public class DeletionResource {

    private final AccountDeletion deletion;

    DeletionResource(AccountDeletion deletion) {
        this.deletion = deletion;
    }

    @DELETE
    @Path("me")
    public Uni<SuccessResponse> delete() {
        return deletion.deleteCaller().replaceWith(SuccessResponse.of("Your account is deleted."));
    }
}
