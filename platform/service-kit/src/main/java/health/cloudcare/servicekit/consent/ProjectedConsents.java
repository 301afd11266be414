package health.cloudcare.servicekit.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.Grantee;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.identity.Caller;

/** Judges from memory, while it is proven to be current; {@link ConsentAuthority} judges what cannot be judged here. */
final class ProjectedConsents implements ConsentView {

    private static final Judgement NOT_CURRENT = new Judgement.Unknown("consents not current");

    private final ConsentTable table;
    private final ConsentTopicReader reader;
    private final ConsentAuthority authority;
    private final Duration maxStaleness;
    private final Clock clock;

    ProjectedConsents(
            ConsentTable table,
            ConsentTopicReader reader,
            ConsentAuthority authority,
            Duration maxStaleness,
            Clock clock) {
        this.table = table;
        this.reader = reader;
        this.authority = authority;
        this.maxStaleness = maxStaleness;
        this.clock = clock;
    }

    @Override
    public Uni<Judgement> judge(Caller caller, AccessRequest request) {
        if (!isCurrent()) {
            return Uni.createFrom().item(NOT_CURRENT);
        }
        PatientConsents known = table.of(request.patientId());
        if (known.doubtful()) {
            return authority.judge(request);
        }
        return switch (ConsentChoice.among(known.live(), caller, request, clock.instant())) {
            case ConsentChoice.None none -> Uni.createFrom().item(none.closed());
            case ConsentChoice.Found found ->
                found.consent().counted() && request.action() == Action.READ
                        ? authority.judge(request)
                        : Uni.createFrom().item(found.open());
        };
    }

    @Override
    public Uni<Boolean> isAnyOpen(Caller caller, UUID patientId) {
        Instant now = clock.instant();
        PatientConsents known = table.of(patientId);
        return Uni.createFrom()
                .item(isCurrent()
                        && !known.doubtful()
                        && known.live().stream().anyMatch(consent -> consent.isTo(caller) && consent.isOpenAt(now)));
    }

    @Override
    public Uni<List<UUID>> patientsOpenTo(Caller caller) {
        Instant now = clock.instant();
        return Uni.createFrom()
                .item(
                        isCurrent()
                                ? table.where(consent -> consent.isTo(caller) && consent.isOpenAt(now))
                                : List.<UUID>of());
    }

    @Override
    public Uni<List<Grantee>> granteesOf(AccessRequest request) {
        Instant now = clock.instant();
        PatientConsents known = table.of(request.patientId());
        return Uni.createFrom()
                .item(known.live().stream()
                        .filter(consent -> !consent.emergency())
                        .filter(consent -> consent.objectionTo(request, now).isEmpty())
                        .map(consent -> new Grantee(consent.doctorId(), consent.hospitalId()))
                        .distinct()
                        .toList());
    }

    private boolean isCurrent() {
        @Nullable Duration staleness = reader.staleness();
        return staleness != null && staleness.compareTo(maxStaleness) <= 0;
    }
}
