package health.cloudcare.benchmarks.readings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import health.cloudcare.contracts.readings.SourceKind;

/**
 * Somebody with a watch and a phone, of whom any day can be had: the same day is the same on every call. The phone counts
 * many of the steps that the watch counts as well. No two readings agree in device, metric and start.
 */
public final class Person {
    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private static final int MINUTE = 60_000;
    private static final int HOUR = 60 * MINUTE;
    private static final int WAKES = 6 * HOUR + 30 * MINUTE;
    private static final int RETIRES = 22 * HOUR + 30 * MINUTE;
    private static final int DAY = 24 * HOUR;
    private static final int WORKOUT_STARTS = 18 * HOUR;
    private static final int WORKOUT_LASTS = 40 * MINUTE;
    private static final int[] SLEEP_STAGES = {3, 4, 3, 5, 2};

    private final long seed;
    private final Density density;
    private final UUID id;
    private final Device watch;
    private final Device phone;

    public Person(long seed, Density density) {
        this.seed = seed;
        this.density = density;
        Random random = new Random(seed);
        this.id = new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
        this.watch = new Device("watch-" + seed, "Watch " + seed, SourceKind.SOURCE_KIND_WATCH);
        this.phone = new Device("phone-" + seed, "Phone " + seed, SourceKind.SOURCE_KIND_PHONE);
    }

    public UUID id() {
        return id;
    }

    /** Everything that starts on that local day, metric by metric, each in the order of time. */
    public List<Reading> day(LocalDate date) {
        Random random = new Random(seed * 1_000_003 + date.toEpochDay());
        long midnight = date.atStartOfDay(ZONE).toInstant().toEpochMilli();
        List<Reading> readings = new ArrayList<>();
        heartRate(random, midnight, readings);
        movement(random, midnight, readings);
        every(random, midnight, readings, "oxygen_level", 0, DAY, 40 * MINUTE, 94, 6, 0);
        every(random, midnight, readings, "hrv", 0, DAY, 120 * MINUTE, 18, 90, 3);
        every(random, midnight, readings, "respiratory_rate", 0, WAKES, 15 * MINUTE, 11, 9, 1);
        readings.add(new Reading("resting_heart_rate", watch, midnight + WAKES, 0, 52 + random.nextInt(16)));
        sleep(random, midnight, 0, WAKES, readings);
        sleep(random, midnight, RETIRES, DAY, readings);
        return readings;
    }

    /** What has been uploaded until now: one upload a day, of today what has been measured so far. */
    public List<Upload> uploads(int days, Instant now) {
        List<Upload> uploads = new ArrayList<>();
        LocalDate today = now.atZone(ZONE).toLocalDate();
        for (int ago = days - 1; ago >= 0; ago--) {
            List<Reading> day = day(today.minusDays(ago)).stream()
                    .filter(reading -> reading.endMillis() <= now.toEpochMilli())
                    .toList();
            if (!day.isEmpty()) {
                uploads.add(new Upload(id, UUID.randomUUID(), day));
            }
        }
        return uploads;
    }

    private void heartRate(Random random, long midnight, List<Reading> readings) {
        double bpm = 58 + random.nextInt(10);
        int at = random.nextInt(30) * 1_000;
        while (at < DAY) {
            boolean workout = at >= WORKOUT_STARTS && at < WORKOUT_STARTS + WORKOUT_LASTS;
            double target = workout ? 145 : at < WAKES || at >= RETIRES ? 54 : 76;
            bpm += (target - bpm) * 0.1 + random.nextGaussian() * 2.5;
            bpm = Math.clamp(bpm, 42, 190);
            readings.add(new Reading("heart_rate", watch, midnight + at, 0, Math.rint(bpm)));
            int step = workout ? density.workoutSeconds() : density.heartRateSeconds();
            at += (step + random.nextInt(Math.max(1, step / 6))) * 1_000;
        }
    }

    private void movement(Random random, long midnight, List<Reading> readings) {
        List<Reading> distance = new ArrayList<>();
        List<Reading> energy = new ArrayList<>();
        List<Reading> onPhone = new ArrayList<>();
        for (int at = WAKES; at < RETIRES; at += MINUTE) {
            if (random.nextDouble() >= density.movement()) {
                continue;
            }
            int steps = 4 + random.nextInt(110);
            long start = midnight + at;
            readings.add(new Reading("steps", watch, start, MINUTE, steps));
            distance.add(new Reading("distance", watch, start, MINUTE, Math.rint(steps * 0.72) / 1_000));
            energy.add(new Reading("calories", watch, start, MINUTE, Math.rint(steps * 4.3) / 100));
            if (random.nextDouble() < 0.6) {
                int late = random.nextInt(20) * 1_000;
                onPhone.add(new Reading("steps", phone, start + late, MINUTE, Math.max(1, steps - random.nextInt(9))));
            }
        }
        readings.addAll(onPhone);
        readings.addAll(distance);
        readings.addAll(energy);
    }

    private void every(
            Random random,
            long midnight,
            List<Reading> readings,
            String metric,
            int from,
            int to,
            int step,
            double least,
            double range,
            int decimals) {
        double power = Math.pow(10, decimals);
        for (int at = from + random.nextInt(step / 1_000) * 1_000; at < to; at += step) {
            double value = Math.rint((least + random.nextDouble() * range) * power) / power;
            readings.add(new Reading(metric, watch, midnight + at, 0, value));
        }
    }

    private void sleep(Random random, long midnight, int from, int to, List<Reading> readings) {
        int stage = 0;
        for (int at = from; at < to; stage++) {
            int lasts = Math.min((4 + random.nextInt(26)) * MINUTE, to - at);
            int code = SLEEP_STAGES[stage % SLEEP_STAGES.length];
            readings.add(new Reading("sleep_analysis", watch, midnight + at, lasts, code));
            at += lasts;
        }
    }
}
