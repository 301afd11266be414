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
