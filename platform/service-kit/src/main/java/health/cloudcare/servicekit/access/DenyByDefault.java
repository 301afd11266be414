package health.cloudcare.servicekit.access;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.identity.Caller;

/** What holds in a service that knows neither patients nor consents: nobody is known, nothing is allowed. */
@ApplicationScoped
@UnlessBuildProperty(name = "cloudcare.consent.projection", stringValue = "true", enableIfMissing = true)
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
        return new NoConsents();
    }

    private static final class NoConsents implements ConsentView {

        @Override
        public Uni<Judgement> judge(Caller caller, AccessRequest request) {
            return Uni.createFrom().item(new Judgement.Closed("no consent"));
        }

        @Override
        public Uni<Boolean> isAnyOpen(Caller caller, UUID patientId) {
            return Uni.createFrom().item(false);
        }
    }
}
