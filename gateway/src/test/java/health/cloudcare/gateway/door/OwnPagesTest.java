package health.cloudcare.gateway.door;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPagesTest {

    private final OwnPages local = new OwnPages("local");
    private final OwnPages production = new OwnPages("production");

    @ParameterizedTest
    @ValueSource(strings = {"/test", "/test/", "/test/page.js", "/test/page.css"})
    void showsTestPageInLocalModeOnly(String path) {
        assertThat(local.find(path)).isPresent();
        assertThat(production.find(path)).isEmpty();
    }

    @Test
    void namesPagesWithoutWhatTheClientChose() {
        assertThat(production.find("/docs/openapi/anything")).hasValue("/docs/openapi/*");
        assertThat(production.find("/health/")).hasValue("/health");
        assertThat(production.find("/testing")).isEmpty();
    }
}
