package health.cloudcare.patient.aadhaar;

import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class VerhoeffTest {

    @Property
    void oneDigitAndNoOtherCompletesAnyEleven(@ForAll("elevenDigits") String start) {
        assertThat(IntStream.range(0, 10).filter(digit -> Verhoeff.isValid(start + digit)))
                .hasSize(1);
    }

    @Property
    void findsEveryWrongDigit(@ForAll("valid") String number) {
        List<String> wrong = IntStream.range(0, number.length())
                .boxed()
                .flatMap(place -> IntStream.rangeClosed(1, 9).mapToObj(by -> shifted(number, place, by)))
                .toList();

        assertThat(wrong).hasSize(12 * 9).noneMatch(Verhoeff::isValid);
    }

    @Property
    void findsEverySwappedPairOfNeighbours(@ForAll("valid") String number) {
        assertThat(IntStream.range(1, number.length())
                        .filter(place -> number.charAt(place) != number.charAt(place - 1))
                        .mapToObj(place -> swapped(number, place)))
                .noneMatch(Verhoeff::isValid);
    }

    @Provide
    Arbitrary<String> elevenDigits() {
        return Arbitraries.strings().numeric().ofLength(11);
    }

    @Provide
    Arbitrary<String> valid() {
        return elevenDigits().map(start -> IntStream.range(0, 10)
                .mapToObj(digit -> start + digit)
                .filter(Verhoeff::isValid)
                .findFirst()
                .orElseThrow());
    }

    private static String shifted(String number, int place, int by) {
        StringBuilder wrong = new StringBuilder(number);
        wrong.setCharAt(place, (char) ('0' + (number.charAt(place) - '0' + by) % 10));
        return wrong.toString();
    }

    private static String swapped(String number, int place) {
        StringBuilder wrong = new StringBuilder(number);
        wrong.setCharAt(place, number.charAt(place - 1));
        wrong.setCharAt(place - 1, number.charAt(place));
        return wrong.toString();
    }
}
