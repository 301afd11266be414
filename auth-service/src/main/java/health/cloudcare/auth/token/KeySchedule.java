package health.cloudcare.auth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import health.cloudcare.auth.token.KeyLife.State;

/**
 * When keys follow each other. A new key is published at once and signs after {@code propagation}, when everybody has seen it;
 * its predecessor stays published until the last token it signed has expired.
 *
 * @param tokensLive how long after its signature a token may still be accepted somewhere
 */
record KeySchedule(Duration propagation, Duration tokensLive, Optional<Duration> rotateEvery) {

    /** A new key's life, and what that changes for those that are there, by id. */
    record Change(KeyLife added, Map<String, KeyLife> changed) {}

    /** Follows the key that came last; with none there, signs at once. */
    Change addition(Map<String, KeyLife> keys, Instant now) {
        Optional<Map.Entry<String, KeyLife>> last = last(keys, now);
        if (last.isEmpty()) {
            return new Change(KeyLife.signingFrom(now, now), Map.of());
        }
        KeyLife predecessor = last.get().getValue();
        Instant announced = now.plus(propagation);
        // a key that waits for its turn keeps it
        Instant turn = announced.isBefore(predecessor.signsFrom()) ? predecessor.signsFrom() : announced;
        KeyLife ending = predecessor.ending(turn, turn.plus(tokensLive));
        return new Change(KeyLife.signingFrom(turn, now), Map.of(last.get().getKey(), ending));
    }

    /** Empty when a key waits for its turn already: a rotation asked for twice is one. */
    Optional<Change> rotation(Map<String, KeyLife> keys, Instant now) {
        boolean underWay = keys.values().stream().anyMatch(life -> life.at(now) == State.UPCOMING);
        return underWay ? Optional.empty() : Optional.of(addition(keys, now));
    }

    Optional<Change> rotationWhenDue(Map<String, KeyLife> keys, Instant now) {
        return isDue(keys, now) ? rotation(keys, now) : Optional.empty();
    }

    boolean isDue(Map<String, KeyLife> keys, Instant now) {
        return rotateEvery
                .flatMap(interval -> last(keys, now)
                        .filter(last ->
                                !now.isBefore(last.getValue().createdAt().plus(interval))))
                .isPresent();
    }

    /**
     * No key that is there now is used for anything from now on. Who got at one private key may have got at the others.
     *
     * @param suspect the key whose withdrawal was asked for; empty when that has happened already
     */
    Optional<Change> withdrawal(Map<String, KeyLife> keys, String suspect, Instant now) {
        KeyLife suspected = keys.get(suspect);
        if (suspected == null || suspected.at(now) == State.RETIRED) {
            return Optional.empty();
        }
        Map<String, KeyLife> withdrawn = new HashMap<>();
        keys.forEach((id, life) -> {
            if (life.at(now) != State.RETIRED) {
                withdrawn.put(id, life.ending(now, now));
            }
        });
        return Optional.of(new Change(KeyLife.signingFrom(now, now), withdrawn));
    }

    private static Optional<Map.Entry<String, KeyLife>> last(Map<String, KeyLife> keys, Instant now) {
        return keys.entrySet().stream()
                .filter(key -> key.getValue().at(now) != State.RETIRED)
                .max(Comparator.comparing((Map.Entry<String, KeyLife> key) ->
                                key.getValue().signsUntil() == null)
                        .thenComparing(key -> key.getValue().signsFrom()));
    }
}
