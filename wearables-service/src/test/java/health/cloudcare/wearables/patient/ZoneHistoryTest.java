package health.cloudcare.wearables.patient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import health.cloudcare.wearables.patient.ZoneHistory.Stay;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneHistoryTest {
    private static final ZoneId DELHI = ZoneId.of("Asia/Kolkata");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    @Test
    void theDayOfAFlightToTheWestIsLonger() {
        ZoneHistory flight = to(NEW_YORK, "2025-11-19T12:00:00Z");
        LocalDate day = LocalDate.parse("2025-11-19");

        assertThat(flight.startOf(day)).isEqualTo(Instant.parse("2025-11-18T18:30:00Z"));
        assertThat(flight.startOf(day.plusDays(1))).isEqualTo(Instant.parse("2025-11-20T05:00:00Z"));
        assertThat(flight.dateOf(Instant.parse("2025-11-20T04:59:59Z"))).isEqualTo(day);
    }

    @Test
    void aDateThatBeganBeforeTheFlightDoesNotBeginAgain() {
        // at two in the morning of the 20th in Delhi it is still the afternoon of the 19th in New York
        ZoneHistory flight = to(NEW_YORK, "2025-11-19T20:30:00Z");

        assertThat(flight.dateOf(Instant.parse("2025-11-19T21:00:00Z"))).isEqualTo(LocalDate.parse("2025-11-20"));
        assertThat(flight.startOf(LocalDate.parse("2025-11-21"))).isEqualTo(Instant.parse("2025-11-21T05:00:00Z"));
    }

    @Test
    void theDayOfAFlightToTheEastIsShorter() {
        ZoneHistory flight = to(AUCKLAND, "2025-11-19T08:00:00Z");
        LocalDate day = LocalDate.parse("2025-11-19");

        assertThat(Duration.between(flight.startOf(day), flight.startOf(day.plusDays(1))))
                .isEqualTo(Duration.ofMinutes(16 * 60 + 30));
    }

    @Test
    void ofADateThatWasFlownOverNothingIsLeft() {
        ZoneHistory flight = ZoneHistory.of(List.of(
                new Stay(Instant.MIN, ZoneId.of("Pacific/Pago_Pago")),
                new Stay(Instant.parse("2025-11-20T10:30:00Z"), AUCKLAND)));
        // the last minutes of the 19th in Samoa are those of the 20th in New Zealand, an hour before the 21st
        LocalDate skipped = LocalDate.parse("2025-11-20");

        assertThat(flight.dateOf(Instant.parse("2025-11-20T10:29:59Z"))).isEqualTo(LocalDate.parse("2025-11-19"));
        assertThat(Duration.between(flight.startOf(skipped), flight.startOf(skipped.plusDays(1))))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Property(tries = 500)
    void everyInstantIsInOneDayAndDaysFollowEachOther(@ForAll("histories") ZoneHistory history) {
        LocalDate day = LocalDate.parse("2025-03-20");
        for (int i = 0; i < 60; i++, day = day.plusDays(1)) {
            Instant start = history.startOf(day);
            Instant end = history.startOf(day.plusDays(1));

            assertThat(start).isBeforeOrEqualTo(end);
            if (start.isBefore(end)) {
                assertThat(history.dateOf(start)).isEqualTo(day);
                assertThat(history.dateOf(end.minusMillis(1))).isEqualTo(day);
            }
            assertThat(Math.floorMod(start.toEpochMilli(), 900_000L)).isZero();
        }
    }

    /** Moves about when clocks change in Europe and America, between any zones there are. */
    @Provide
    Arbitrary<ZoneHistory> histories() {
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        long first = Instant.parse("2025-03-25T00:00:00Z").toEpochMilli();
        Arbitrary<Stay> stays = Combinators.combine(
                        Arbitraries.of(zones), Arbitraries.longs().between(0, 40 * 96))
                .as((zone, quarters) -> new Stay(Instant.ofEpochMilli(first + quarters * 900_000), ZoneId.of(zone)));
        return stays.list().ofMinSize(1).ofMaxSize(6).map(moves -> {
            List<Stay> all = new ArrayList<>(moves);
            all.set(0, new Stay(Instant.MIN, moves.getFirst().zone()));
            return ZoneHistory.of(all);
        });
    }

    private static ZoneHistory to(ZoneId zone, String since) {
        return ZoneHistory.of(List.of(new Stay(Instant.MIN, DELHI), new Stay(Instant.parse(since), zone)));
    }
}
