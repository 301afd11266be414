package health.cloudcare.auth.throttle;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.quarkus.runtime.configuration.DurationConverter;

/**
 * So many attempts in a window that begins with the first of them.
 *
 * @param window after which counting starts anew
 */
public record Allowance(int attempts, Duration window) {

    public Allowance {
        if (attempts < 1 || window.toMillis() < 1) {
            throw new IllegalArgumentException("at least one attempt in a window of some length");
        }
    }

    /** Several that hold together: {@code 1/30S,5/1H}. */
    public record All(List<Allowance> each) {

        public All {
            each = List.copyOf(each);
        }

        /** Found by MicroProfile Config, which converts text by a static {@code of}. */
        public static All of(String text) {
            return new All(Arrays.stream(text.split(","))
                    .map(part -> Allowance.parse(part.strip()))
                    .toList());
        }
    }

    private static Allowance parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("an allowance looks like 30/10M, not like " + text);
        }
        return new Allowance(Integer.parseInt(parts[0]), DurationConverter.parseDuration(parts[1]));
    }
}
