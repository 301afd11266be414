package health.cloudcare.auth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import health.cloudcare.auth.token.KeyLife.State;
import health.cloudcare.auth.token.KeySchedule.Change;

import static org.assertj.core.api.Assertions.assertThat;

class KeyScheduleTest {

    private static final Instant START = Instant.parse("2025-11-19T05:50:00Z");
    private static final Duration PROPAGATION = Duration.ofMinutes(6);
    private static final Duration TOKENS_LIVE = Duration.ofMinutes(31);
    private static final KeySchedule SCHEDULE =
            new KeySchedule(PROPAGATION, TOKENS_LIVE, Optional.of(Duration.ofDays(30)));

    private final Map<String, KeyLife> keys = new LinkedHashMap<>();

    @Test
    void theFirstKeySignsAtOnce() {
        add("first", SCHEDULE.addition(keys, START));

        assertThat(state("first", START)).isEqualTo(State.SIGNING);
        assertThat(state("first", START.plus(Duration.ofDays(900)))).isEqualTo(State.SIGNING);
    }

    @Test
    void aKeyFollowsItsPredecessorWithOverlap() {
        add("first", SCHEDULE.addition(keys, START));
        Instant rotation = START.plus(Duration.ofDays(1));
        add("second", SCHEDULE.rotation(keys, rotation).orElseThrow());

        Instant turn = rotation.plus(PROPAGATION);
        assertThat(state("second", rotation)).isEqualTo(State.UPCOMING);
        assertThat(state("first", turn.minusNanos(1))).isEqualTo(State.SIGNING);
        assertThat(state("second", turn.minusNanos(1))).isEqualTo(State.UPCOMING);
        assertThat(state("first", turn)).isEqualTo(State.VERIFYING);
        assertThat(state("second", turn)).isEqualTo(State.SIGNING);
        assertThat(state("first", turn.plus(TOKENS_LIVE).minusNanos(1))).isEqualTo(State.VERIFYING);
        assertThat(state("first", turn.plus(TOKENS_LIVE))).isEqualTo(State.RETIRED);
    }

    @Test
    void aRotationUnderWayIsNotRepeated() {
        add("first", SCHEDULE.addition(keys, START));
        add("second", SCHEDULE.rotation(keys, START).orElseThrow());

        assertThat(SCHEDULE.rotation(keys, START.plus(PROPAGATION).minusNanos(1)))
                .isEmpty();
        assertThat(SCHEDULE.rotation(keys, START.plus(PROPAGATION))).isPresent();
    }

    @Test
    void aNewKeyFileQueuesBehindAWaitingKey() {
        add("first", SCHEDULE.addition(keys, START));
        add("second", SCHEDULE.rotation(keys, START).orElseThrow());
        add("file", SCHEDULE.addition(keys, START.plusSeconds(60)));

        Instant turn = START.plusSeconds(60).plus(PROPAGATION);
        assertThat(state("second", turn.minusNanos(1))).isEqualTo(State.SIGNING);
        assertThat(state("file", turn)).isEqualTo(State.SIGNING);
        for (Instant time = START; time.isBefore(turn.plus(TOKENS_LIVE)); time = time.plusSeconds(10)) {
            Instant now = time;
            assertThat(keys.keySet().stream().filter(key -> state(key, now) == State.SIGNING))
                    .as("who signs at %s", now)
                    .hasSize(1);
        }
    }

    @Test
    void isDueWhenTheNewestKeyIsOldEnough() {
        add("first", SCHEDULE.addition(keys, START));
        Instant due = START.plus(Duration.ofDays(30));

        assertThat(SCHEDULE.rotationWhenDue(keys, due.minusNanos(1))).isEmpty();
        add("second", SCHEDULE.rotationWhenDue(keys, due).orElseThrow());
        assertThat(SCHEDULE.rotationWhenDue(keys, due.plus(PROPAGATION))).isEmpty();
        assertThat(new KeySchedule(PROPAGATION, TOKENS_LIVE, Optional.empty())
                        .isDue(keys, due.plus(Duration.ofDays(999))))
                .isFalse();
    }

    @Test
    void aWithdrawalEndsEveryKeyAtOnceAndIsNotRepeated() {
        add("first", SCHEDULE.addition(keys, START));
        add("second", SCHEDULE.rotation(keys, START).orElseThrow());
        Instant now = START.plusSeconds(5);
        add("third", SCHEDULE.withdrawal(keys, "first", now).orElseThrow());

        assertThat(state("first", now)).isEqualTo(State.RETIRED);
        assertThat(state("second", now)).isEqualTo(State.RETIRED);
        assertThat(state("third", now)).isEqualTo(State.SIGNING);
        assertThat(SCHEDULE.withdrawal(keys, "first", now)).isEmpty();
        assertThat(SCHEDULE.withdrawal(keys, "unknown", now)).isEmpty();
    }

    private void add(String id, Change change) {
        keys.putAll(change.changed());
        keys.put(id, change.added());
    }

    private State state(String id, Instant now) {
        return keys.get(id).at(now);
    }
}
