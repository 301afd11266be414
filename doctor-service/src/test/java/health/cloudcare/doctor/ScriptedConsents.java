package health.cloudcare.doctor;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.access.KnownPatients;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;

/** In place of the projection of consents: what a test says is open is open, at once. Every patient it names is known. */
@Mock
@ApplicationScoped
public class ScriptedConsents implements ConsentView, KnownPatients {

    private record Pair(@Nullable UUID grantee, UUID patient) {}

    private final Map<Pair, Scope> open = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> known = new ConcurrentHashMap<>();

    public void know(UUID patient) {
        known.put(patient, true);
    }

    public void open(UUID grantee, UUID patient, Scope scope) {
        know(patient);
        open.put(new Pair(grantee, patient), scope);
    }

    public void open(UUID grantee, UUID patient) {
        open(grantee, patient, Scope.EVERYTHING);
    }

    public void close(UUID grantee, UUID patient) {
        open.remove(new Pair(grantee, patient));
    }

    @Override
    public Uni<Judgement> judge(Caller caller, AccessRequest request) {
        Scope scope = open.get(new Pair(caller.profileId(), request.patientId()));
        Judgement judgement = scope == null
                ? new Judgement.Closed("no consent")
                : new Judgement.Open(UUID.randomUUID(), scope, false);
        return Uni.createFrom().item(judgement);
    }

    @Override
    public Uni<Boolean> isAnyOpen(Caller caller, UUID patientId) {
        return Uni.createFrom().item(open.containsKey(new Pair(caller.profileId(), patientId)));
    }

    @Override
    public Uni<Boolean> exists(UUID patientId) {
        return Uni.createFrom().item(known.containsKey(patientId));
    }
}
