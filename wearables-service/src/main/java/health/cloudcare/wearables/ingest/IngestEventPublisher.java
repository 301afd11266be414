package health.cloudcare.wearables.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AggregateRevised;
import health.cloudcare.contracts.AlertRaised;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.MetricsSynced;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grantee;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.event.EventPublisher;
import health.cloudcare.wearables.alert.AlertWatch;
import health.cloudcare.wearables.rollup.RollupKey;

/**
 * Tells what a poll has changed, from data already in the database. A poll that is merged again tells it again, under the
 * same event ids.
 */
@ApplicationScoped
class IngestEventPublisher {
    private final EventPublisher events;
    private final ConsentView consents;
    private final IngestConfig config;
    private final Clock clock;

    IngestEventPublisher(EventPublisher events, ConsentView consents, IngestConfig config, Clock clock) {
        this.events = events;
        this.consents = consents;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> publish(Poll poll) {
        return raised(poll)
                .chain(alerts -> events.publishAll(
                        Stream.concat(eventsOf(poll).stream(), alerts.stream()).toList()));
    }

    /** With those who may see the readings now. */
    private Uni<List<AlertRaised>> raised(Poll poll) {
        return Multi.createFrom()
                .iterable(poll.alerts())
                .onItem()
                .transformToUniAndConcatenate(
                        alert -> consents.granteesOf(seen(alert)).map(grantees -> raised(alert, grantees)))
                .collect()
                .asList();
    }

    private static AccessRequest seen(AlertWatch.News alert) {
        return new AccessRequest(alert.patientId(), DataCategory.WEARABLES, Action.READ, "wearables/alerts")
                .ofMetrics(Set.of(alert.metric()))
                .at(Resolution.RAW);
    }

    private AlertRaised raised(AlertWatch.News alert, List<Grantee> grantees) {
        return new AlertRaised(
                idOf(AlertRaised.TYPE + alert.alertId()),
                clock.instant(),
                alert.patientId(),
                alert.alertId(),
                alert.metric(),
                alert.severity().name(),
                alert.startedAt(),
                grantees.stream()
                        .map(Grantee::doctorId)
                        .filter(Objects::nonNull)
                        .toList(),
                grantees.stream()
                        .map(Grantee::hospitalId)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private List<Event> eventsOf(Poll poll) {
        Instant now = clock.instant();
        List<Event> all = new ArrayList<>();
        poll.outcomes().forEach((sync, outcome) -> {
            if (outcome.completed() && !outcome.deletesOnly()) {
                all.add(synced(now, sync, outcome));
            }
        });
        poll.revisions().stream()
                .filter(revision -> revision.takenBack() || closed(revision.day(), now))
                .map(revision -> revised(now, revision))
                .forEach(all::add);
        return all;
    }

    private boolean closed(RollupKey day, Instant now) {
        return LocalDate.ofEpochDay(day.epochDay() + 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(config.dayClosesAfter())
                .isBefore(now);
    }

    private static Event synced(Instant now, String sync, SyncOutcome outcome) {
        return new MetricsSynced(
                idOf(MetricsSynced.TYPE + sync),
                now,
                UUID.fromString(outcome.patientId()),
                UUID.fromString(sync),
                outcome.deviceId().isEmpty() ? null : outcome.deviceId(),
                outcome.metrics(),
                outcome.stored(),
                outcome.duplicates(),
                instant(outcome, outcome.fromMillis()),
                instant(outcome, outcome.toMillis()));
    }

    private static @Nullable Instant instant(SyncOutcome outcome, long millis) {
        return outcome.hasReadings() ? Instant.ofEpochMilli(millis) : null;
    }

    private static Event revised(Instant now, Merge.Revision revision) {
        RollupKey day = revision.day();
        return new AggregateRevised(
                idOf(AggregateRevised.TYPE + day.day().id() + '|' + day.metric().code() + '|' + revision.revision()),
                now,
                UUID.fromString(day.day().patientId()),
                day.metric().code(),
                LocalDate.ofEpochDay(day.epochDay()),
                revision.revision());
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
