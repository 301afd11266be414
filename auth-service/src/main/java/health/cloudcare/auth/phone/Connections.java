package health.cloudcare.auth.phone;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.identity.Role;

/** With whom somebody is connected. */
@ApplicationScoped
class Connections {

    private static final Logger LOG = Logger.getLogger(Connections.class);

    private final ConnectionApi api;

    Connections(@RestClient ConnectionApi api) {
        this.api = api;
    }

    /** Empty when that is not known at the moment: who somebody is must not depend on it. */
    Uni<Optional<List<ConnectionApi.Connection>>> of(Role role, String authorization) {
        if (role != Role.PATIENT && role != Role.DOCTOR) {
            return Uni.createFrom().item(Optional.of(List.of()));
        }
        return api.connections(authorization)
                .map(Optional::of)
                .onFailure()
                .invoke(failure -> LOG.warnf("patient-service did not tell connections: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
