package health.cloudcare.benchmarks.readings;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.readings.ReadingBatch;

import static org.assertj.core.api.Assertions.assertThat;

class PopulationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void isTheSameOnEveryRun() {
        assertThat(population(Density.MINUTELY).uploads())
                .isEqualTo(population(Density.MINUTELY).uploads());
    }

    @Test
    void uploadsEveryReadingOnceThoughSomeComeLate() {
        Population population = population(Density.MINUTELY);

        List<Reading> uploaded = population.uploads().stream()
                .flatMap(upload -> upload.readings().stream())
                .toList();

        assertThat(uploaded)
                .containsExactlyInAnyOrderElementsOf(population.people().stream()
                        .flatMap(person -> DAY.datesUntil(DAY.plusDays(5)).flatMap(day -> person.day(day).stream()))
                        .toList());
    }

    /** What the naive peer's unique index asks for: nothing would be refused there that counts elsewhere. */
    @Test
    void neverHasTwoReadingsOfOneDeviceMetricAndStart() {
        Set<Object> keys = new HashSet<>();
        List<Reading> readings = new Person(7, Density.SPARING).day(DAY);

        readings.forEach(reading -> keys.add(List.of(reading.device(), reading.metric(), reading.startMillis())));

        assertThat(keys).hasSameSizeAs(readings);
        assertThat(readings).hasSizeBetween(900, 1_100);
    }

    @Test
    void comesBackFromTheTopicsFormatAsItWas() {
        Upload upload = population(Density.MINUTELY).uploads().getFirst();
        List<Reading> back = new java.util.ArrayList<>();

        List<ReadingBatch> records = upload.records(1);
        records.forEach(record -> Records.visit(
                record,
                (series, start, duration, value) -> back.add(new Reading(
                        series.getMetric(), Device.of(series.getSource()), start, Math.toIntExact(duration), value))));

        assertThat(back).containsExactlyInAnyOrderElementsOf(upload.readings());
        assertThat(records)
                .extracting(ReadingBatch::getLast)
                .containsOnlyOnce(true)
                .last()
                .isEqualTo(true);
    }

    private static Population population(Density density) {
        return Population.of(3, density, DAY, 5, 1);
    }
}
