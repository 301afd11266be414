package health.cloudcare.servicekit;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.access.KnownPatients;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;

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
        return new ConsentView() {
            @Override
            public Uni<Judgement> judge(Caller caller, AccessRequest request) {
                return isAnyOpen(caller, request.patientId())
                        .map(open -> open
                                ? new Judgement.Open(CONSENT, Scope.EVERYTHING, false)
                                : new Judgement.Closed("no consent"));
            }

            @Override
            public Uni<Boolean> isAnyOpen(Caller caller, UUID patientId) {
                return Uni.createFrom().item(TRUSTED_DOCTOR.equals(caller.doctorId()));
            }
        };
    }
}
