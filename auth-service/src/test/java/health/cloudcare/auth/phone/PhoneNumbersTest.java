package health.cloudcare.auth.phone;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = new PhoneNumbers(91);

    @Test
    void readsTenDigitsWithAndWithoutACountryCode() {
        assertThat(numbers.parse("9876543210", null)).isEqualTo("+919876543210");
        assertThat(numbers.parse("98765 43210", 91)).isEqualTo("+919876543210");
        assertThat(numbers.parse("2025550123", 1)).isEqualTo("+12025550123");
    }

    @Test
    void readsNumbersThatCarryTheirCountryCode() {
        assertThat(numbers.parse("+44 20 7946 0958", null)).isEqualTo("+442079460958");
        assertThat(numbers.parse("+919876543210", 91)).isEqualTo("+919876543210");
    }

    @ParameterizedTest
    @ValueSource(strings = {"987654321", "98765432101", "phone", "+0123456789", "+91", "98765'--43"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> numbers.parse(text, null)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void refusesANumberThatContradictsItsCountryCode() {
        assertThatThrownBy(() -> numbers.parse("+919876543210", 44)).isInstanceOf(HttpProblem.class);
    }
}
