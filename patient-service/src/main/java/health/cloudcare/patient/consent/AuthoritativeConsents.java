package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.consent.ConsentChoice;
import health.cloudcare.servicekit.consent.GrantedConsent;
import health.cloudcare.servicekit.identity.Caller;

/** Judges by the consents themselves, for this service and for those that cannot decide by their projection. */
@ApplicationScoped
class AuthoritativeConsents implements ConsentView {

    private final Consents consents;
    private final ConsentUses uses;
    private final Clock clock;

    AuthoritativeConsents(Consents consents, ConsentUses uses, Clock clock) {
        this.consents = consents;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    @WithSession
    public Uni<Judgement> judge(Caller caller, AccessRequest request) {
        Instant now = clock.instant();
        return live(caller, request.patientId(), now).chain(found -> judge(found, caller, request, now));
    }

    @Override
    @WithSession
    public Uni<Boolean> isAnyOpen(Caller caller, UUID patientId) {
        return live(caller, patientId, clock.instant()).map(found -> !found.isEmpty());
    }

    private Uni<List<Consent>> live(Caller caller, UUID patientId, Instant now) {
        UUID grantee = caller.profileId();
        return grantee == null ? Uni.createFrom().item(List.of()) : consents.liveOf(patientId, grantee, now);
    }

    /** A limit that is reached is no end of it: another consent may have room. */
    private Uni<Judgement> judge(List<Consent> found, Caller caller, AccessRequest request, Instant now) {
        List<GrantedConsent> granted =
                found.stream().map(AuthoritativeConsents::granted).toList();
        return switch (ConsentChoice.among(granted, caller, request, now)) {
            case ConsentChoice.None none -> Uni.createFrom().item(none.closed());
            case ConsentChoice.Found choice -> {
                Consent chosen = found.stream()
                        .filter(consent -> consent.id().equals(choice.consent().id()))
                        .findFirst()
                        .orElseThrow();
                yield counted(chosen, request, now)
                        .chain(within -> within
                                ? Uni.createFrom().item(choice.open())
                                : withoutExhausted(found, chosen, caller, request, now));
            }
        };
    }

    private Uni<Judgement> withoutExhausted(
            List<Consent> found, Consent exhausted, Caller caller, AccessRequest request, Instant now) {
        List<Consent> others =
                found.stream().filter(consent -> consent != exhausted).toList();
        return judge(others, caller, request, now)
                .map(judgement ->
                        judgement instanceof Judgement.Closed ? new Judgement.Closed("read limit reached") : judgement);
    }

    private Uni<Boolean> counted(Consent consent, AccessRequest request, Instant now) {
        return request.action() != Action.READ
                ? Uni.createFrom().item(true)
                : consent.useLimit()
                        .map(limit -> uses.count(consent.id(), limit, now))
                        .orElseGet(() -> Uni.createFrom().item(true));
    }

    private static GrantedConsent granted(Consent consent) {
        ConsentTerms terms = consent.terms();
        return new GrantedConsent(
                consent.id(),
                consent.patientId(),
                consent.doctorId(),
                consent.hospitalId(),
                Set.copyOf(terms.categories()),
                new Scope(
                        Set.copyOf(terms.metrics()),
                        terms.dataFrom(),
                        terms.dataTo(),
                        terms.resolution(),
                        terms.accessMode() == AccessMode.STORE),
                consent.expiresAt(),
                terms.maxReads() != null,
                consent.isEmergency());
    }
}
