package health.cloudcare.hospital.admission;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.access.KnownPatients;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;

/** What tests say of consents: who sees appointments of whom, and from which day on. */
@ApplicationScoped
public class ConsentBeans {

    private static final UUID CONSENT = UUID.randomUUID();

    private final Map<String, Scope> granted = new ConcurrentHashMap<>();
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();

    void know(UUID patientId) {
        known.add(patientId);
    }

    void grant(UUID patientId, UUID grantee, @Nullable LocalDate from) {
        know(patientId);
        granted.put(patientId + " " + grantee, new Scope(Set.of(), from, null, Resolution.RAW, false));
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    KnownPatients patients() {
        return id -> Uni.createFrom().item(known.contains(id));
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    ConsentView consents() {
        return new ConsentView() {
            @Override
            public Uni<Judgement> judge(Caller caller, AccessRequest request) {
                Scope scope = granted.get(request.patientId() + " " + caller.profileId());
                return Uni.createFrom()
                        .item(
                                scope == null || request.category() != DataCategory.APPOINTMENTS
                                        ? new Judgement.Closed("no consent")
                                        : new Judgement.Open(CONSENT, scope, false));
            }

            @Override
            public Uni<Boolean> isAnyOpen(Caller caller, UUID patientId) {
                return Uni.createFrom().item(granted.containsKey(patientId + " " + caller.profileId()));
            }
        };
    }
}
