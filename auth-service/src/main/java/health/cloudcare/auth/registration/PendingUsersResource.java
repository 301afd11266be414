package health.cloudcare.auth.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.session.SuccessResponse;
import health.cloudcare.servicekit.identity.RoleNames;

@Path("/admin/pending-users")
@RolesAllowed(RoleNames.SYSTEM_ADMIN)
public class PendingUsersResource {

    private static final int MOST = 100;
    private static final int DEEPEST = 100_000;

    private final PendingUsers users;

    PendingUsersResource(PendingUsers users) {
        this.users = users;
    }

    record CodeSent(
            boolean success,
            String message,
            String userId,
            @Nullable String email) {
        @Override
        public String toString() {
            return "CodeSent " + userId;
        }
    }

    /** What is asked for beyond the bounds is brought within them, as in all lists. */
    @GET
    public Uni<PendingUserResponse.All> list(
            @QueryParam("email") @Nullable String email,
            @QueryParam("user_type") @Nullable String userType,
            @QueryParam("include_expired") boolean includeExpired,
            @QueryParam("skip") int skip,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        PendingRegistrations.Filter filter = new PendingRegistrations.Filter(
                email == null || email.isBlank() ? null : email.strip(),
                userType == null || userType.isBlank() ? null : UserTypes.parse(userType));
        return users.list(filter, includeExpired, Math.clamp(skip, 0, DEEPEST), Math.clamp(limit, 1, MOST));
    }

    @DELETE
    @Path("{user_id}")
    public Uni<SuccessResponse> delete(@PathParam("user_id") String userId) {
        return users.delete(userId).replaceWith(SuccessResponse.of("The pending registration is deleted."));
    }

    @POST
    @Path("{user_id}/resend-otp")
    public Uni<CodeSent> sendAgain(@PathParam("user_id") String userId) {
        return users.sendAgain(userId)
                .map(account -> new CodeSent(
                        true,
                        "Another code is on its way.",
                        String.valueOf(account.value(IdentifierKind.USER_ID)),
                        account.value(IdentifierKind.EMAIL)));
    }
}
