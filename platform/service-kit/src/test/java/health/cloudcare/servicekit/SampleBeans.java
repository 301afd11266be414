package health.cloudcare.servicekit;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.KnownPatients;

/** The sample application's view of the world: one known patient, one doctor with a consent. */
@ApplicationScoped
public class SampleBeans {

    static final UUID KNOWN = UUID.fromString("0193402f-0000-7000-8000-00000000000a");
    static final UUID TRUSTED_DOCTOR = UUID.fromString("0193402f-0000-7000-8000-00000000000d");
    static final UUID CONSENT = UUID.fromString("0193402f-0000-7000-8000-00000000000c");

    @Produces
    @Singleton
    KnownPatients patients() {
        return id -> Uni.createFrom().item(KNOWN.equals(id));
    }

    @Produces
    @Singleton
    ConsentView consents() {
        return (caller, request) -> Uni.createFrom()
                .item(TRUSTED_DOCTOR.equals(caller.doctorId()) ? Optional.of(CONSENT) : Optional.empty());
    }
}
