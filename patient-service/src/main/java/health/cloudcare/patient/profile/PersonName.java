package health.cloudcare.patient.profile;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

@Embeddable
public record PersonName(
        @Column(name = "first_name") String first,
        @Column(name = "middle_name") @Nullable String middle,
        @Column(name = "last_name") @Nullable String last) {

    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** With a single space between words, also within a part: the app takes the first letter of what is between spaces. */
    public String full() {
        String joined = Stream.of(first, middle, last).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return SPACES.matcher(joined).replaceAll(" ").strip();
    }

    @Override
    public String toString() {
        return "***";
    }
}
