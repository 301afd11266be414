package health.cloudcare.servicekit.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalSecretsGuardTest {

    @Test
    void productionRefusesALocalText() {
        Config config = config("the.key", "local:abc");

        assertThatThrownBy(() -> guard(config, "production").onStart(new StartupEvent()))
                .hasMessageContaining("the.key")
                .hasMessageNotContaining("abc");
    }

    @Test
    void productionRefusesAMarkedPemFile(@TempDir Path folder) throws IOException {
        Path pem =
                Files.writeString(folder.resolve("key.pem"), "CloudCare local secret\n-----BEGIN PRIVATE KEY-----\n");

        assertThatThrownBy(() ->
                        guard(config("the.file", pem.toString()), "production").onStart(new StartupEvent()))
                .hasMessageContaining("the.file");
    }

    @Test
    void localModeAcceptsBothAndProductionAcceptsRealOnes() {
        assertThatCode(() -> guard(config("the.key", "local:abc"), "local").onStart(new StartupEvent()))
                .doesNotThrowAnyException();
        assertThatCode(() -> guard(config("the.key", "abc"), "production").onStart(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @Test
    void aSecretIsReadWithoutItsMarkAndDoesNotPrint() {
        SecretValue secret = config("the.key", "local:abc").getValue("the.key", SecretValue.class);

        assertThat(secret.value()).isEqualTo("abc");
        assertThat(secret.toString()).doesNotContain("abc");
    }

    private static Config config(String key, String value) {
        return new SmallRyeConfigBuilder().withDefaultValue(key, value).build();
    }

    private static LocalSecretsGuard guard(Config config, String mode) {
        return new LocalSecretsGuard(config, mode, Optional.of(List.of("the.key")), Optional.of(List.of("the.file")));
    }
}
