package health.cloudcare.wearables.operation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.DayChunks;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.publish.ReadingUploads;
import health.cloudcare.wearables.rollup.DayRollup;
import health.cloudcare.wearables.rollup.DayRollups;
import health.cloudcare.wearables.store.FencedCollection;
import health.cloudcare.wearables.store.FencedCollection.Stored;

/**
 * Computes every day's figures from its readings and compares them with those that are stored. A day that is being written
 * meanwhile may differ for a moment, so what differs is looked at twice. Rebuilding is asked for by a record of the readings topic, so
 * that the consumer that owns the patient does it, in order with whatever comes.
 */
@ApplicationScoped
class RollupCheck {
    private static final int PATIENTS_A_ROUND = 50;
    private static final int DAYS_AT_ONCE = 32;
    private static final int HOURS = 24;
    private static final int MOST_TOLD = 100;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    private final MongoDatabase database;
    private final FencedCollection chunks;
    private final FencedCollection rollups;
    private final ReadingUploads uploads;
    private final Clock clock;

    RollupCheck(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String name,
            ReadingUploads uploads,
            Clock clock) {
        this.database = client.getDatabase(name);
        this.chunks = new FencedCollection(database.getCollection("chunks", BsonDocument.class));
        this.rollups = new FencedCollection(database.getCollection("rollups", BsonDocument.class));
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * A metric's day that does not come to what is stored.
     *
     * @param patient a digest, to tell them apart
     */
    record Difference(String patient, LocalDate day, String metric) {}

    /**
     * What a round found.
     *
     * @param differing of all metrics and days
     * @param differences the first hundred
     * @param next what the next round goes on after; null when all patients were seen
     */
    record Result(
            int patients,
            int days,
            int differing,
            List<Difference> differences,
            @Nullable String next,
            boolean ok) {}

    /** Blocking. Some patients, from a place on. */
    Result run(String after, boolean rebuild) {
        List<String> patients = patientsAfter(after);
        List<Difference> differences = new ArrayList<>();
        int days = 0;
        int differing = 0;
        for (String patient : patients) {
            List<Long> stored = daysOf(patient);
            days += stored.size();
            List<Long> wrong = new ArrayList<>();
            for (int from = 0; from < stored.size(); from += DAYS_AT_ONCE) {
                for (DayKey day : keys(patient, stored.subList(from, Math.min(from + DAYS_AT_ONCE, stored.size())))) {
                    Set<MetricType> metrics = differing(day);
                    differing += metrics.size();
                    metrics.stream()
                            .limit(Math.max(0, MOST_TOLD - differences.size()))
                            .forEach(metric -> differences.add(new Difference(
                                    digest(patient), LocalDate.ofEpochDay(day.epochDay()), metric.code())));
                    if (!metrics.isEmpty()) {
                        wrong.add(day.epochDay());
                    }
                }
            }
            if (rebuild && !wrong.isEmpty()) {
                rebuild(UUID.fromString(patient), wrong);
            }
        }
        String next = patients.size() < PATIENTS_A_ROUND ? null : patients.getLast();
        return new Result(patients.size(), days, differing, differences, next, differing == 0);
    }

    private Set<MetricType> differing(DayKey day) {
        Set<MetricType> first = compare(day);
        if (!first.isEmpty()) {
            first.retainAll(compare(day));
        }
        return first;
    }

    private Set<MetricType> compare(DayKey day) {
        // what is stored before what it is computed from: a day between the two has its chunks first
        Stored stored = rollups.load(List.of(day.id())).get(day.id());
        Stored readings = chunks.load(List.of(day.id())).get(day.id());
        DayRollups figures = stored == null ? DayRollups.empty(day) : DayRollups.decode(day, stored.content());
        DayChunks content = readings == null ? DayChunks.empty() : DayChunks.decode(readings.content());
        Set<MetricType> differing = EnumSet.noneOf(MetricType.class);
        for (MetricType metric : MetricType.values()) {
            DayRollup expected = computed(day, metric, content);
            if (!sameFigures(expected, figures.rollup(metric))) {
                differing.add(metric);
            }
        }
        return differing;
    }

    private static DayRollup computed(DayKey day, MetricType metric, DayChunks content) {
        List<DayRollup.Hour> hours = new ArrayList<>();
        for (int hour = 0; content.metrics().contains(metric) && hour < HOURS; hour++) {
            ChunkKey key = new ChunkKey(day.patientId(), metric, day.epochDay() * HOURS + hour);
            hours.add(new DayRollup.Hour(key, content.chunk(metric, hour)));
        }
        return DayRollup.empty(metric.aggregation()).with(hours);
    }

    private static boolean sameFigures(DayRollup one, DayRollup other) {
        return one.slots().equals(other.slots())
                && one.sleep().equals(other.sleep())
                && Arrays.equals(one.readingsByHour(), other.readingsByHour());
    }

    private void rebuild(UUID patient, List<Long> days) {
        uploads.recompute(patient, UuidV7.at(clock.instant()), days).await().atMost(ACKNOWLEDGED_WITHIN);
    }

    /** Patients that have readings, by the totals that each has one document of. */
    private List<String> patientsAfter(String after) {
        List<String> patients = new ArrayList<>();
        for (BsonDocument document : database.getCollection("calendars", BsonDocument.class)
                .find(Filters.gt("_id", after))
                .sort(Sorts.ascending("_id"))) {
            String id = document.getString("_id").getValue();
            // beside the totals there is a document for each of a patient's years
            if (id.indexOf('|') < 0) {
                patients.add(id);
            }
            if (patients.size() == PATIENTS_A_ROUND) {
                break;
            }
        }
        return patients;
    }

    private List<Long> daysOf(String patient) {
        List<Long> days = new ArrayList<>();
        for (String collection : List.of("chunks", "rollups")) {
            for (BsonDocument document : database.getCollection(collection, BsonDocument.class)
                    .find(Filters.and(Filters.gte("_id", patient), Filters.lt("_id", patient + '}')))
                    .projection(new BsonDocument("_id", new BsonInt32(1)))) {
                days.add(DayKey.ofId(document.getString("_id").getValue()).epochDay());
            }
        }
        return days.stream().distinct().sorted().toList();
    }

    private static List<DayKey> keys(String patient, List<Long> days) {
        return days.stream().map(day -> new DayKey(patient, day)).toList();
    }

    private static String digest(String patient) {
        return UUID.nameUUIDFromBytes(patient.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}
