package health.cloudcare.servicekit.concurrency;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VersionsTest {

    @Test
    void theTagIsTheVersion() {
        assertThat(Versions.tag(7).getValue()).isEqualTo("7");
        assertThat(Versions.tag(7).isWeak()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", "\"7\"", " \"7\" ", "\"6\", \"7\""})
    void takesAChangeThatIsMeantForThisVersionOrForAny(String ifMatch) {
        assertThatCode(() -> Versions.requireMatch(ifMatch, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"6\"", "W/\"7\"", "\"6\",\"8\"", "\"77\"", "**"})
    void refusesAnyOther(String ifMatch) {
        assertThatThrownBy(() -> Versions.requireMatch(ifMatch, 7))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(412));
    }
}
