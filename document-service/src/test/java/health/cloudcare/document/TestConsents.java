package health.cloudcare.document;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.access.KnownPatients;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;

/** Consents for documents, as a test gives them. Every patient is known but one. */
@ApplicationScoped
public class TestConsents implements ConsentView {

    public static final UUID UNKNOWN_PATIENT = UUID.fromString("0193402f-0000-7000-8000-00000000000f");

    private static final UUID CONSENT = UUID.fromString("0193402f-0000-7000-8000-00000000000c");

    private final Map<Given, Scope> given = new ConcurrentHashMap<>();

    private record Given(UUID patientId, @Nullable UUID granteeId) {}

    public void give(UUID patientId, UUID granteeId, Scope scope) {
        given.put(new Given(patientId, granteeId), scope);
    }

    @Override
    public Uni<Judgement> judge(Caller caller, AccessRequest request) {
        Scope scope = given.get(new Given(request.patientId(), caller.profileId()));
        boolean open = scope != null
                && request.category() == DataCategory.DOCUMENTS
                && scope.hasAnyOf(request.from(), request.to());
        return Uni.createFrom()
                .item(open ? new Judgement.Open(CONSENT, scope, false) : new Judgement.Closed("no consent"));
    }

    @Override
    public Uni<Boolean> isAnyOpen(Caller caller, UUID patientId) {
        return Uni.createFrom().item(given.containsKey(new Given(patientId, caller.profileId())));
    }

    @Singleton
    static class Known implements KnownPatients {
        @Override
        public Uni<Boolean> exists(UUID patientId) {
            return Uni.createFrom().item(!patientId.equals(UNKNOWN_PATIENT));
        }
    }
}
