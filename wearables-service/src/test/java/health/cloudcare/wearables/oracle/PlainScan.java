package health.cloudcare.wearables.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** What readings come to, minute by minute, by looking at each of them: nothing of what is tested is used here. */
final class PlainScan {
    private static final int LONGEST_BREAK = 60;

    private final List<Measured> readings;
    private final NavigableMap<Instant, ZoneId> zones;
    private final Map<Long, LocalDate> dates = new HashMap<>();

    /** @param zones where the person was from when on; the first from ever */
    PlainScan(List<Measured> readings, NavigableMap<Instant, ZoneId> zones, Instant from, Instant to) {
        this.readings = readings;
        this.zones = zones;
        LocalDate reached = LocalDate.MIN;
        for (long minute = from.getEpochSecond() / 60; minute <= to.getEpochSecond() / 60; minute++) {
            LocalDate here = date(minute);
            reached = here.isAfter(reached) ? here : reached;
            dates.put(minute, reached);
        }
    }

    private LocalDate date(long minute) {
        Instant instant = Instant.ofEpochSecond(minute * 60);
        Map.Entry<Instant, ZoneId> zone = zones.floorEntry(instant);
        return instant.atZone((zone == null ? zones.firstEntry() : zone).getValue())
                .toLocalDate();
    }

    /** The day in which a minute is: the latest that was reached wherever the person was. */
    LocalDate dateOf(long minute) {
        return dates.get(minute);
    }

    /** Of an amount: at each minute what the watch counted if it counted, else what the phone did. */
    <K> Map<K, Double> amounts(String type, LongFunction<K> bucketOf) {
        Map<Long, Double> watch = byMinute(type, true);
        Map<Long, Double> merged = new TreeMap<>(byMinute(type, false));
        merged.putAll(watch);
        Map<K, Double> buckets = new TreeMap<>();
        merged.forEach((minute, amount) -> buckets.merge(bucketOf.apply(minute), amount, Double::sum));
        return buckets;
    }

    private Map<Long, Double> byMinute(String type, boolean byWatch) {
        Map<Long, Double> amounts = new HashMap<>();
        for (Measured reading : of(type)) {
            for (int i = 0; reading.byWatch() == byWatch && i < reading.minutes(); i++) {
                amounts.merge(reading.firstMinute() + i, reading.value() / reading.minutes(), Double::sum);
            }
        }
        return amounts;
    }

    /** How many readings of an amount are believed in the hour they start in. */
    <K> Map<K, Integer> believed(String type, LongFunction<K> bucketOf) {
        Set<Long> watch = byMinute(type, true).keySet();
        Map<K, Integer> buckets = new TreeMap<>();
        for (Measured reading : of(type)) {
            long first = reading.firstMinute();
            long end = Math.min(first + reading.minutes(), (first / 60 + 1) * 60);
            if (reading.byWatch() || LongStream.range(first, end).anyMatch(minute -> !watch.contains(minute))) {
                buckets.merge(bucketOf.apply(first), 1, Integer::sum);
            }
        }
        return buckets;
    }

    /** Of a level: every reading in the bucket that it starts in. */
    <K> Map<K, List<Double>> values(String type, LongFunction<K> bucketOf) {
        Map<K, List<Double>> buckets = new TreeMap<>();
        of(type).forEach(reading -> buckets.computeIfAbsent(
                        bucketOf.apply(reading.firstMinute()), any -> new ArrayList<>())
                .add(reading.value()));
        return buckets;
    }

    List<Measured> of(String type) {
        return readings.stream().filter(reading -> reading.type().equals(type)).toList();
    }

    /** Minutes of sleep of one day. */
    record Night(int asleep, int inBed) {}

    /** By the day in which the sleep without a longer break ends. */
    Map<LocalDate, Night> nights() {
        Set<Long> asleep = new HashSet<>();
        TreeMap<Long, Boolean> all = new TreeMap<>();
        for (Measured reading : of("sleepAnalysis")) {
            for (int i = 0; i < reading.minutes(); i++) {
                long minute = reading.firstMinute() + i;
                all.put(minute, true);
                if (!Set.of("inBed", "awake").contains(reading.stage())) {
                    asleep.add(minute);
                }
            }
        }
        Map<LocalDate, Night> nights = new TreeMap<>();
        List<Long> session = new ArrayList<>();
        for (long minute : all.keySet()) {
            if (!session.isEmpty() && minute - session.getLast() - 1 > LONGEST_BREAK) {
                add(nights, session, asleep);
                session.clear();
            }
            session.add(minute);
        }
        if (!session.isEmpty()) {
            add(nights, session, asleep);
        }
        return nights;
    }

    private void add(Map<LocalDate, Night> nights, List<Long> session, Set<Long> asleep) {
        int minutes = (int) session.stream().filter(asleep::contains).count();
        nights.merge(
                dateOf(session.getLast() + 1),
                new Night(minutes, session.size()),
                (one, two) -> new Night(one.asleep() + two.asleep(), one.inBed() + two.inBed()));
    }

    /** Minutes asleep between two minutes. */
    long asleepBetween(long from, long to) {
        Set<Long> asleep = new HashSet<>();
        for (Measured reading : of("sleepAnalysis")) {
            for (int i = 0; i < reading.minutes(); i++) {
                if (!Set.of("inBed", "awake").contains(reading.stage())) {
                    asleep.add(reading.firstMinute() + i);
                }
            }
        }
        return asleep.stream().filter(minute -> minute >= from && minute < to).count();
    }
}
