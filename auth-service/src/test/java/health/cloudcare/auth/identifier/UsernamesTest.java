package health.cloudcare.auth.identifier;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsernamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"asha", "asha.rao", "PAT-12", "pat1234567", "Asha Rao 2", "आशा राव", "a1b"})
    void takesWhatIsNoOtherKindOfName(String name) {
        assertThat(name).matches(Usernames.FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "asha@example.org",
                "PAT12345678",
                "doc12345678",
                "9876543210",
                "+919876543210",
                "98765 43210",
                " asha",
                "asha ",
                "as\u0000ha",
                "123456789012345678901234567890123456789012345678901"
            })
    void refusesWhatCouldBeMistaken(String name) {
        assertThat(name).doesNotMatch(Usernames.FORM);
    }
}
