package health.cloudcare.auth.admin;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.session.SuccessResponse;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

@Path("/api/v1/admin/accounts")
@RolesAllowed(RoleNames.SYSTEM_ADMIN)
public class AccountAdministrationResource {

    private final AccountAdministration administration;

    AccountAdministrationResource(AccountAdministration administration) {
        this.administration = administration;
    }

    @GET
    public Uni<Page<AccountSummary>> search(
            @QueryParam("name") @Nullable String name,
            @QueryParam("role") @Nullable String role,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        return administration.search(name, role(role), PageRequest.of(page, size));
    }

    @POST
    @Path("{account_id}/lock")
    public Uni<SuccessResponse> lock(@PathParam("account_id") UUID accountId) {
        return administration.lock(accountId).replaceWith(SuccessResponse.of("The account is locked."));
    }

    @POST
    @Path("{account_id}/unlock")
    public Uni<SuccessResponse> unlock(@PathParam("account_id") UUID accountId) {
        return administration.unlock(accountId).replaceWith(SuccessResponse.of("The account is unlocked."));
    }

    private static @Nullable Role role(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> ProblemType.INVALID.problem(
                        "A parameter of the request has the wrong format.",
                        List.of(new FieldError("role", "is no role", "enum"))));
    }
}
