package health.cloudcare.patient.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AccessHeadSigned;
import health.cloudcare.servicekit.outbox.Outbox;

/**
 * Appends to the patients' chains. Entries, the heads and the news of the heads become true together, and whoever else appends to
 * the same patients waits, so chains have neither gaps nor branches, however many replicas consume.
 */
@ApplicationScoped
class AccessLog {

    private static final Logger LOG = Logger.getLogger(AccessLog.class);

    private final Pool pool;
    private final Entries entries;
    private final Heads heads;
    private final ChainSeals seals;
    private final Outbox outbox;
    private final Clock clock;

    AccessLog(Pool pool, Entries entries, Heads heads, ChainSeals seals, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.entries = entries;
        this.heads = heads;
        this.seals = seals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What chains grow by, and where they end then. */
    private record Growth(List<Entry> entries, List<SealedPoint> heads) {}

    /** In the order given. What is in the log already changes nothing. */
    Uni<Void> append(List<LoggedAccess> accesses) {
        if (accesses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, LoggedAccess> byEvent = new LinkedHashMap<>();
        accesses.forEach(access -> byEvent.putIfAbsent(access.eventId(), access));
        return pool.withTransaction(transaction -> append(transaction, byEvent, clock.instant()));
    }

    private Uni<Void> append(SqlConnection transaction, Map<UUID, LoggedAccess> byEvent, Instant now) {
        Set<UUID> patients =
                byEvent.values().stream().map(LoggedAccess::patientId).collect(Collectors.toSet());
        return heads.lock(transaction, patients, now)
                // only now, when nobody can be about to append them
                .chain(tips -> entries.known(transaction, byEvent.keySet())
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(known -> grown(byEvent, known, tips, now)))
                .chain(growth -> write(transaction, growth, now));
    }

    private Uni<Void> write(SqlConnection transaction, Growth growth, Instant now) {
        if (growth.entries().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<AccessHeadSigned> news = growth.heads().stream()
                .filter(head -> !head.isUnsealed())
                .map(head -> news(head, now))
                .toList();
        return entries.insert(transaction, growth.entries())
                .chain(() -> heads.move(transaction, growth.heads()))
                .chain(() -> outbox.appendAll(transaction, news));
    }

    private Growth grown(Map<UUID, LoggedAccess> byEvent, Set<UUID> known, Map<UUID, SealedPoint> tips, Instant now) {
        List<Entry> added = new ArrayList<>();
        Map<UUID, Entry> newest = new LinkedHashMap<>();
        for (LoggedAccess access : byEvent.values()) {
            if (!known.contains(access.eventId())) {
                Entry entry = next(access, newest.get(access.patientId()), tips);
                added.add(entry);
                newest.put(access.patientId(), entry);
            }
        }
        List<SealedPoint> moved = newest.entrySet().stream()
                .map(end -> head(end.getValue(), tips.get(end.getKey()), now))
                .toList();
        return new Growth(added, moved);
    }

    /** Signed, unless the one before is not ours: what somebody else made of the log we do not vouch for, then or later. */
    private SealedPoint head(Entry newest, @Nullable SealedPoint before, Instant now) {
        UUID patientId = newest.access().patientId();
        if (before != null && (before.isBeforeTheFirst() || seals.isHead(before))) {
            return seals.head(patientId, newest.sequence(), newest.hash(), now);
        }
        LOG.errorf("the head of the access log of patient %s is forged", patientId);
        return SealedPoint.unsealed(patientId, newest.sequence(), newest.hash(), now);
    }

    private static Entry next(LoggedAccess access, @Nullable Entry previous, Map<UUID, SealedPoint> tips) {
        if (previous != null) {
            return Entry.after(previous.hash(), previous.sequence() + 1, access);
        }
        SealedPoint tip = tips.get(access.patientId());
        if (tip == null) {
            throw new IllegalStateException("the chain of " + access + " is not locked");
        }
        return Entry.after(tip.hash(), tip.sequence() + 1, access);
    }

    private static AccessHeadSigned news(SealedPoint head, Instant now) {
        return new AccessHeadSigned(
                now,
                head.patientId(),
                head.sequence(),
                head.hash().hex(),
                head.signature().keyId(),
                head.signature().value());
    }
}
