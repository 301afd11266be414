package health.cloudcare.wearables.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.model.Filters;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.BsonDocument;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.DayChunks;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.store.FencedCollection;

/** Reads samples as they were received, from the chunks of the days they start in, a few days at a time until there are enough. */
@ApplicationScoped
class SampleReader {
    private static final int HOURS = 24;

    /** Documents in memory at once; a day of a busy watch is some ten thousand samples. */
    private static final int DAYS_AT_ONCE = 4;

    private final ReactiveMongoCollection<BsonDocument> chunks;

    SampleReader(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.chunks = client.getDatabase(database).getCollection("chunks", BsonDocument.class);
    }

    /** Of those metrics and that time; the newest so many, newest first. */
    Uni<List<Sample>> newest(UUID patientId, Collection<MetricType> metrics, Span span, int limit) {
        Wanted wanted = new Wanted(patientId, Set.copyOf(metrics), span, Sample.OLDEST_FIRST.reversed(), limit);
        return more(wanted, span.utcDays().reversed(), List.of());
    }

    /** The oldest so many, oldest first. */
    Uni<List<Sample>> oldest(UUID patientId, Collection<MetricType> metrics, Span span, int limit) {
        Wanted wanted = new Wanted(patientId, Set.copyOf(metrics), span, Sample.OLDEST_FIRST, limit);
        return more(wanted, span.utcDays(), List.of());
    }

    private record Wanted(UUID patientId, Set<MetricType> metrics, Span span, Comparator<Sample> order, int limit) {}

    /** @param days left to read, in the order of what is wanted */
    private Uni<List<Sample>> more(Wanted wanted, List<Long> days, List<Sample> found) {
        if (days.isEmpty() || found.size() >= wanted.limit()) {
            return Uni.createFrom().item(found);
        }
        int count = Math.min(DAYS_AT_ONCE, days.size());
        return read(wanted, days.subList(0, count))
                .map(next -> Stream.concat(found.stream(), next.stream().sorted(wanted.order()))
                        .limit(wanted.limit())
                        .toList())
                .chain(all -> more(wanted, days.subList(count, days.size()), all));
    }

    private Uni<List<Sample>> read(Wanted wanted, List<Long> days) {
        List<String> ids = days.stream()
                .map(day -> new DayKey(wanted.patientId().toString(), day).id())
                .toList();
        return chunks.find(Filters.in("_id", ids)).collect().asList().map(documents -> {
            List<Sample> samples = new ArrayList<>();
            for (BsonDocument document : documents) {
                FencedCollection.Stored stored = FencedCollection.current(document);
                if (stored != null) {
                    long epochDay =
                            DayKey.ofId(document.getString("_id").getValue()).epochDay();
                    add(samples, wanted, epochDay, DayChunks.decode(stored.content()));
                }
            }
            return samples;
        });
    }

    private static void add(List<Sample> samples, Wanted wanted, long epochDay, DayChunks day) {
        for (MetricType metric : wanted.metrics()) {
            for (int hour = 0; hour < HOURS; hour++) {
                HourChunk chunk = day.chunk(metric, hour).counted();
                long hourStart = (epochDay * HOURS + hour) * ChunkKey.HOUR_MILLIS;
                for (int i = 0; i < chunk.size(); i++) {
                    if (chunk.startsInThisHour(i)) {
                        Sample sample = Sample.of(metric, chunk, i, hourStart);
                        if (wanted.span().contains(sample.timestamp())) {
                            samples.add(sample);
                        }
                    }
                }
            }
        }
    }
}
