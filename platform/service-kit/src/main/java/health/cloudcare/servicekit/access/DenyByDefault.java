package health.cloudcare.servicekit.access;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;

/** What holds in a service that knows neither patients nor consents: nobody is known, nothing is allowed. */
@ApplicationScoped
class DenyByDefault {

    @Produces
    @Singleton
    @DefaultBean
    KnownPatients knownPatients() {
        return patientId -> Uni.createFrom().item(false);
    }

    @Produces
    @Singleton
    @DefaultBean
    ConsentView consentView() {
        return (caller, request) -> Uni.createFrom().item(Optional.empty());
    }
}
