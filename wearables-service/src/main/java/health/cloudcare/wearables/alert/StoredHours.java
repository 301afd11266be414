package health.cloudcare.wearables.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.DayChunks;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.store.Documents;
import health.cloudcare.wearables.store.FencedCollection.Stored;

/** The stored readings of one patient in a row of hours. */
final class StoredHours {
    private static final int HOURS = 24;

    private final long fromHour;
    private final long toHour;
    private final Map<Long, DayChunks> days = new HashMap<>();

    private StoredHours(long fromHour, long toHour) {
        this.fromHour = fromHour;
        this.toHour = toHour;
    }

    /** Blocking. */
    static StoredHours load(String patientId, long fromHour, long toHour, Documents chunks) {
        return load(Map.of(patientId, fromHour), toHour, chunks).getOrDefault(patientId, new StoredHours(0, -1));
    }

    /**
     * Blocking.
     *
     * @param fromHours the first hour of each patient
     */
    static Map<String, StoredHours> load(Map<String, Long> fromHours, long toHour, Documents chunks) {
        List<String> ids = new ArrayList<>();
        Map<String, StoredHours> byPatient = new HashMap<>();
        fromHours.forEach((patientId, fromHour) -> {
            byPatient.put(patientId, new StoredHours(fromHour, toHour));
            for (long day = Math.floorDiv(fromHour, HOURS); day <= Math.floorDiv(toHour, HOURS); day++) {
                ids.add(new DayKey(patientId, day).id());
            }
        });
        Map<String, Stored> found = ids.isEmpty() ? Map.of() : chunks.load(ids);
        found.forEach((id, stored) -> {
            DayKey day = DayKey.ofId(id);
            StoredHours hours = byPatient.get(day.patientId());
            if (hours != null) {
                hours.days.put(day.epochDay(), DayChunks.decode(stored.content()));
            }
        });
        return byPatient;
    }

    /** In the order of time. */
    List<Episode.Reading> readings(MetricType metric) {
        List<Episode.Reading> readings = new ArrayList<>();
        for (long hour = fromHour; hour <= toHour; hour++) {
            HourChunk chunk = chunk(metric, hour);
            for (int i = 0; i < chunk.size(); i++) {
                if (chunk.startsInThisHour(i)) {
                    Instant at = Instant.ofEpochMilli(hour * ChunkKey.HOUR_MILLIS + chunk.start(i));
                    readings.add(new Episode.Reading(at, chunk.value(i)));
                }
            }
        }
        readings.sort(Comparator.comparing(Episode.Reading::at).thenComparing(Episode.Reading::value));
        return readings;
    }

    /** Those of these hours, and of the one before. */
    Steps steps() {
        Steps steps = new Steps();
        for (long hour = fromHour - 1; hour <= toHour; hour++) {
            HourChunk chunk = chunk(MetricType.STEPS, hour);
            for (int i = 0; i < chunk.size(); i++) {
                if (chunk.startsInThisHour(i)) {
                    long start = hour * ChunkKey.HOUR_MILLIS + chunk.start(i);
                    steps.add(chunk.source(i).name(), start, chunk.duration(i), chunk.value(i));
                }
            }
        }
        return steps;
    }

    private HourChunk chunk(MetricType metric, long hour) {
        DayChunks day = days.get(Math.floorDiv(hour, HOURS));
        return day == null
                ? HourChunk.EMPTY
                : day.chunk(metric, (int) Math.floorMod(hour, (long) HOURS)).counted();
    }
}
