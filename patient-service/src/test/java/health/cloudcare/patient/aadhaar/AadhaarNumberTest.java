package health.cloudcare.patient.aadhaar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AadhaarNumberTest {

    /** UIDAI's published specimen number. */
    private static final String SPECIMEN = "999941057058";

    @ParameterizedTest
    @ValueSource(strings = {SPECIMEN, "9999 4105 7058", "9999-4105-7058"})
    void acceptsTheSpecimenAsPeopleTypeIt(String text) {
        assertThat(AadhaarNumber.parse(text).digits()).isEqualTo(SPECIMEN);
    }

    @Test
    void findsEveryWrongDigitAndEverySwappedPair() {
        for (int place = 0; place < SPECIMEN.length(); place++) {
            char[] wrong = SPECIMEN.toCharArray();
            wrong[place] = (char) ('0' + (wrong[place] - '0' + 1) % 10);
            assertThat(Verhoeff.isValid(new String(wrong))).isFalse();
            if (place > 0 && SPECIMEN.charAt(place) != SPECIMEN.charAt(place - 1)) {
                char[] swapped = SPECIMEN.toCharArray();
                swapped[place] = SPECIMEN.charAt(place - 1);
                swapped[place - 1] = SPECIMEN.charAt(place);
                assertThat(Verhoeff.isValid(new String(swapped))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "99994105705", "9999410570588", "99994105705x", "999941057059"})
    void refusesAnythingElseWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> AadhaarNumber.parse(text)).hasMessage("not an Aadhaar number");
    }

    @Test
    void doesNotPrintItself() {
        assertThat(AadhaarNumber.parse(SPECIMEN).toString()).doesNotContain("9999");
    }
}
