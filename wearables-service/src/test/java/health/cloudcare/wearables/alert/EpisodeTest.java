package health.cloudcare.wearables.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static health.cloudcare.wearables.alert.AlertRule.HEART_RATE_HIGH;
import static org.assertj.core.api.Assertions.assertThat;

class EpisodeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AlertRule RULE = HEART_RATE_HIGH;
    private static final double LIMIT = RULE.limit();

    @Example
    void oneBadReadingIsNoEpisode() {
        assertThat(found(at(0, 200))).isEmpty();
        assertThat(found(at(0, 80), at(5, 200), at(10, 80))).isEmpty();
    }

    @Example
    void whatLastsIsOne() {
        assertThat(found(at(0, 130), at(5, 145), at(10, 125)))
                .containsExactly(new Episode(NOON, NOON.plus(Duration.ofMinutes(10)), 145));
        assertThat(found(at(0, 130), at(5, 145), at(9, 125))).isEmpty();
    }

    @Example
    void aReadingInsideBreaksWhatHasNotLastedYet() {
        assertThat(found(at(0, 130), at(5, 119), at(6, 130), at(14, 130))).isEmpty();
    }

    @Example
    void aValueAroundTheLimitIsOneEpisodeAndNotTen() {
        List<Episode.Reading> readings = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            readings.add(at(minute, minute < 12 || minute % 2 == 0 ? 124 : 118));
        }
        assertThat(Episode.in(readings, RULE, LIMIT))
                .containsExactly(new Episode(NOON, NOON.plus(Duration.ofMinutes(58)), 124));
    }

    @Example
    void theSameAgainSoonIsTheSame() {
        List<Episode.Reading> readings = new ArrayList<>();
        for (int start : new int[] {0, 40, 180}) {
            for (int minute = 0; minute <= 15; minute += 5) {
                readings.add(at(start + minute, 130));
            }
            readings.add(at(start + 20, 80));
        }
        assertThat(Episode.in(readings, RULE, LIMIT).stream().map(Episode::from))
                .containsExactly(NOON, NOON.plus(Duration.ofMinutes(180)));
    }

    @Example
    void aGapIsNoReading() {
        assertThat(found(at(0, 130), at(25, 130))).isEmpty();
    }

    @Property(tries = 500)
    void episodesHoldWhatTheySay(@ForAll("readings") List<Episode.Reading> readings) {
        List<Episode> episodes = Episode.in(readings, RULE, LIMIT);

        Instant before = Instant.MIN;
        for (Episode episode : episodes) {
            List<Episode.Reading> within = readings.stream()
                    .filter(reading -> !reading.at().isBefore(episode.from())
                            && !reading.at().isAfter(episode.to()))
                    .toList();
            assertThat(Duration.between(episode.from(), episode.to())).isGreaterThanOrEqualTo(RULE.sustained());
            assertThat(within.getFirst().value()).isGreaterThan(LIMIT);
            assertThat(within.getLast().value()).isGreaterThan(LIMIT);
            assertThat(within).noneMatch(reading -> RULE.wellInside(reading.value(), LIMIT));
            assertThat(within.stream().mapToDouble(Episode.Reading::value).max())
                    .hasValue(episode.worst());
            assertThat(episode.from()).isAfter(before);
            before = episode.to().plus(RULE.coolDown());
        }
    }

    @Property(tries = 300)
    void anHourBeyondTheLimitIsAlwaysFound(@ForAll("readings") List<Episode.Reading> readings) {
        List<Episode.Reading> all = new ArrayList<>(readings);
        all.removeIf(reading -> !reading.at().isBefore(NOON.plus(Duration.ofHours(10))));
        for (int minute = 0; minute <= 60; minute += 10) {
            all.add(at(12 * 60 + minute, 150));
        }

        assertThat(Episode.in(all, RULE, LIMIT).getLast().to()).isEqualTo(NOON.plus(Duration.ofHours(13)));
    }

    @Provide
    Arbitrary<List<Episode.Reading>> readings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.integers().between(100, 135))
                .as((minute, value) -> at(minute, value))
                .list()
                .ofMaxSize(80)
                .uniqueElements(Episode.Reading::at)
                .map(readings -> readings.stream()
                        .sorted(Comparator.comparing(Episode.Reading::at))
                        .toList());
    }

    private static List<Episode> found(Episode.Reading... readings) {
        return Episode.in(List.of(readings), RULE, LIMIT);
    }

    private static Episode.Reading at(int minute, double value) {
        return new Episode.Reading(NOON.plus(Duration.ofMinutes(minute)), value);
    }
}
