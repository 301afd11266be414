package health.cloudcare.servicekit.token;

import java.util.Set;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import org.jose4j.jwt.JwtClaims;

/** The same for many requests, so what each of them asks for is read from the claims once. */
final class RememberedPrincipal extends DefaultJWTCallerPrincipal {

    private final Set<String> groups;

    RememberedPrincipal(String token, JwtClaims claims) {
        super(token, "JWT", claims);
        this.groups = Set.copyOf(super.getGroups());
    }

    @Override
    public Set<String> getGroups() {
        return groups;
    }
}
