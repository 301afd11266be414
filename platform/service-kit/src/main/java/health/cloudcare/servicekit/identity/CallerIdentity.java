package health.cloudcare.servicekit.identity;

import java.util.Arrays;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/** Reads the caller from the verified token. A token without the claims its role needs is no token. */
@RequestScoped
public class CallerIdentity {

    private final SecurityIdentity identity;

    public CallerIdentity(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller caller() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw unauthenticated();
        }
        UUID accountId = uuid(token.getSubject());
        if (accountId == null) {
            throw unauthenticated();
        }
        Role role = role(token);
        return new Caller(
                accountId,
                role,
                role.needsNoVerification() || isTrue(token.getClaim("verified")),
                uuid(token.getClaim("patient_id")),
                uuid(token.getClaim("doctor_id")),
                uuid(token.getClaim("hospital_id")),
                token.getClaim("sid"),
                token.getClaim("device_id"));
    }

    private static Role role(JsonWebToken token) {
        return Arrays.stream(Role.values())
                .filter(role -> token.getGroups().contains(role.name()))
                .findFirst()
                .orElseThrow(CallerIdentity::unauthenticated);
    }

    /** A claim comes as a JSON value, whose text this is. */
    private static boolean isTrue(@Nullable Object claim) {
        return claim != null && claim.toString().equals("true");
    }

    private static @Nullable UUID uuid(@Nullable Object claim) {
        try {
            return claim == null ? null : UUID.fromString(claim.toString());
        } catch (IllegalArgumentException e) {
            throw unauthenticated();
        }
    }

    private static RuntimeException unauthenticated() {
        return ProblemType.UNAUTHENTICATED.problem("The access token does not say who is calling.");
    }
}
