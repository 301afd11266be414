package health.cloudcare.auth.password;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.servicekit.problem.FieldError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PasswordPolicyTest {

    private static final List<String> ASHA =
            List.of("asha.rao@example.org", "+919876543210", "PAT48121907", "asha_the_first", "Asha Rao");

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "zvqkjwpx",
                "        x ",
                "पासवर्डमेरा",
                "🐘🐘🐘🐘🐘🐘🐘🐘",
                "asha rao is 35"
            })
    void acceptsWhatIsLongAndNotWellKnown(String password) {
        assertThat(reasons(password)).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleSeeThem() {
        assertThat(reasons("🐘".repeat(7))).containsExactly(PasswordPolicy.TOO_SHORT);
        assertThat(reasons("🐘".repeat(128))).isEmpty();
        assertThat(reasons("🐘".repeat(129))).containsExactly(PasswordPolicy.TOO_LONG);
        assertThat(reasons("")).containsExactly(PasswordPolicy.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "password", "PassWord", "iloveyou", "ｐａｓｓｗｏｒｄ", "trustno1"})
    void refusesCommonPasswordsHoweverTheyAreWritten(String password) {
        assertThat(reasons(password)).containsExactly(PasswordPolicy.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asha.rao@example.org",
                "Asha.Rao@Example.org",
                "+919876543210",
                "9876543210",
                "+91 98765 43210",
                "pat48121907",
                "asha_the_first",
                "asha the first",
                "Asha Rao"
            })
    void refusesWhatEverybodyKnowsOfTheOwner(String password) {
        assertThat(reasons(password)).contains(PasswordPolicy.PERSONAL);
    }

    @Test
    void tellsAllReasonsForTheFieldAndNeverThePassword() {
        assertThat(policy.problems("new_password", "qwerty", List.of("Qwerty")))
                .extracting(FieldError::field, FieldError::type)
                .containsExactly(
                        tuple("new_password", PasswordPolicy.TOO_SHORT),
                        tuple("new_password", PasswordPolicy.COMMON),
                        tuple("new_password", PasswordPolicy.PERSONAL));
    }

    @Test
    void knowsEnoughCommonPasswords() {
        assertThat(CommonPasswords.size()).isGreaterThanOrEqualTo(10_000);
    }

    private List<String> reasons(String password) {
        return policy.problems("password", password, ASHA).stream()
                .map(FieldError::type)
                .toList();
    }
}
