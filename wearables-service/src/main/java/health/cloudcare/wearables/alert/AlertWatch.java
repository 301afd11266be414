package health.cloudcare.wearables.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.store.Documents;

/**
 * Looks at what a poll brought of the last day, and only where a reading lies beyond a limit reads what came before it. What
 * arrives later than a day raises nothing: nobody can do anything about it any more.
 */
@ApplicationScoped
public class AlertWatch {
    private static final Duration RECENT = Duration.ofHours(24);
    private static final Duration LOOK_BACK = Duration.ofHours(12);
    private static final Duration STILL_MOVING = Duration.ofMinutes(10);

    /** Within the time of {@link #STILL_MOVING}; who walks takes a hundred a minute. */
    private static final double STEPS_OF_MOVING = 150;

    private final Thresholds thresholds;
    private final RaisedAlerts alerts;
    private final Clock clock;

    AlertWatch(Thresholds thresholds, RaisedAlerts alerts, Clock clock) {
        this.thresholds = thresholds;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** An alert that is to be told. */
    public record News(UUID alertId, UUID patientId, String metric, AlertSeverity severity, Instant startedAt) {}

    private record Subject(UUID patientId, MetricType metric) {}

    /**
     * Blocking. To be called once the chunks are stored.
     *
     * @param touched as they now stand
     * @param chunks where those that were not touched are
     */
    public List<News> look(Map<ChunkKey, HourChunk> touched, Documents chunks) {
        Instant now = clock.instant();
        Map<Subject, TreeSet<Long>> recent = new HashMap<>();
        touched.forEach((key, chunk) -> {
            boolean young = key.startMillis() > now.minus(RECENT).toEpochMilli();
            if (young && chunk.size() > 0 && !AlertRule.of(key.metric()).isEmpty()) {
                recent.computeIfAbsent(
                                new Subject(UUID.fromString(key.patientId()), key.metric()), any -> new TreeSet<>())
                        .add(key.hour());
            }
        });
        if (recent.isEmpty()) {
            return List.of();
        }
        Map<UUID, Map<AlertRule, Threshold>> own = thresholds.of(
                recent.keySet().stream().map(Subject::patientId).distinct().toList());
        Map<Subject, List<Threshold>> suspects = new HashMap<>();
        Map<String, Long> firstHours = new HashMap<>();
        recent.forEach((subject, hours) -> {
            List<Threshold> limits = limits(subject, own.getOrDefault(subject.patientId(), Map.of()));
            if (anyBeyond(subject, hours, touched, limits)) {
                suspects.put(subject, limits);
                firstHours.merge(subject.patientId().toString(), hours.first() - LOOK_BACK.toHours(), Math::min);
            }
        });
        Map<String, StoredHours> stored = StoredHours.load(firstHours, ChunkKey.hourOf(now.toEpochMilli()) + 1, chunks);
        List<News> news = new ArrayList<>();
        suspects.forEach((subject, limits) -> {
            StoredHours hours = stored.get(subject.patientId().toString());
            if (hours != null) {
                news.addAll(look(subject, limits, hours, now));
            }
        });
        return news;
    }

    /** Blocking. Alerts go with the readings that they were raised for, once the patient has taken the last of those back. */
    public void afterDeletion(String patientId, Documents chunks) {
        for (Alert alert : alerts.of(UUID.fromString(patientId))) {
            Episode episode = alert.episode();
            StoredHours hours = StoredHours.load(
                    patientId,
                    ChunkKey.hourOf(episode.from().toEpochMilli()),
                    ChunkKey.hourOf(episode.to().toEpochMilli()),
                    chunks);
            boolean left = hours.readings(alert.rule().metric()).stream()
                    .anyMatch(reading -> !reading.at().isBefore(episode.from())
                            && !reading.at().isAfter(episode.to())
                            && alert.rule().beyond(reading.value(), alert.limit()));
            if (!left) {
                alerts.remove(alert.id());
            }
        }
    }

    /** The broker has them. */
    public void told(Collection<News> news) {
        if (!news.isEmpty()) {
            alerts.told(news.stream().map(News::alertId).toList());
        }
    }

    private static List<Threshold> limits(Subject subject, Map<AlertRule, Threshold> own) {
        return AlertRule.of(subject.metric()).stream()
                .map(rule -> own.getOrDefault(rule, Threshold.byDefault(subject.patientId(), rule)))
                .filter(Threshold::enabled)
                .toList();
    }

    private static boolean anyBeyond(
            Subject subject, TreeSet<Long> hours, Map<ChunkKey, HourChunk> touched, List<Threshold> limits) {
        for (long hour : hours) {
            HourChunk chunk = touched.getOrDefault(
                    new ChunkKey(subject.patientId().toString(), subject.metric(), hour), HourChunk.EMPTY);
            for (int i = 0; i < chunk.size(); i++) {
                for (Threshold limit : limits) {
                    if (limit.rule().beyond(chunk.value(i), limit.limit())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private List<News> look(Subject subject, List<Threshold> limits, StoredHours hours, Instant now) {
        List<Episode.Reading> all = hours.readings(subject.metric());
        Steps steps = hours.steps();
        List<Episode.Reading> atRest = all.stream()
                .filter(reading -> steps.most(reading.at().minus(STILL_MOVING), reading.at()) < STEPS_OF_MOVING)
                .toList();
        List<News> news = new ArrayList<>();
        for (Threshold limit : limits) {
            List<Episode.Reading> looked = limit.rule().atRest() ? atRest : all;
            for (Episode episode : Episode.in(looked, limit.rule(), limit.limit())) {
                if (episode.to().isAfter(now.minus(RECENT))) {
                    alerts.raise(subject.patientId(), limit.rule(), limit.limit(), episode)
                            .map(AlertWatch::news)
                            .ifPresent(news::add);
                }
            }
        }
        return news;
    }

    private static News news(Alert alert) {
        return new News(
                alert.id(),
                alert.patientId(),
                alert.rule().metric().code(),
                alert.rule().severity(),
                alert.episode().from());
    }
}
