package health.cloudcare.servicekit.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start in production mode with a secret that was generated for a local installation: those lie unprotected in
 * a folder of somebody's checkout. A service lists its secrets' configuration keys in {@code cloudcare.secrets.values}
 * (texts) and {@code cloudcare.secrets.files} (paths of PEM files).
 */
@ApplicationScoped
class LocalSecretsGuard {

    private static final String PEM_MARK = "CloudCare local secret";

    private final Config config;
    private final String mode;
    private final Optional<List<String>> valueKeys;
    private final Optional<List<String>> fileKeys;

    LocalSecretsGuard(
            Config config,
            @ConfigProperty(name = "cloudcare.mode") String mode,
            @ConfigProperty(name = "cloudcare.secrets.values") Optional<List<String>> valueKeys,
            @ConfigProperty(name = "cloudcare.secrets.files") Optional<List<String>> fileKeys) {
        this.config = config;
        this.mode = mode;
        this.valueKeys = valueKeys;
        this.fileKeys = fileKeys;
    }

    void onStart(@Observes StartupEvent event) {
        if (mode.equals("local")) {
            return;
        }
        valueKeys.orElse(List.of()).forEach(key -> refuse(key, isLocalValue(key)));
        fileKeys.orElse(List.of()).forEach(key -> refuse(key, isLocalFile(key)));
    }

    private boolean isLocalValue(String key) {
        return config.getOptionalValue(key, SecretValue.class)
                .filter(SecretValue::local)
                .isPresent();
    }

    private boolean isLocalFile(String key) {
        return config.getOptionalValue(key, String.class)
                .map(Path::of)
                .filter(Files::isRegularFile)
                .filter(LocalSecretsGuard::isMarked)
                .isPresent();
    }

    private static boolean isMarked(Path file) {
        try {
            return Files.readString(file).contains(PEM_MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuse(String key, boolean local) {
        if (local) {
            throw new IllegalStateException(
                    key + " holds a secret generated for a local installation, which production mode refuses. "
                            + "Provide one of your own, or set CLOUDCARE_MODE=local.");
        }
    }
}
