package health.cloudcare.testkit.realdata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import health.cloudcare.testkit.project.ProjectRoot;

/**
 * Where the real exports are: {@code ../shared/data/apple-health} beside the project, or the folder named by the system
 * property or environment variable {@value #OVERRIDE}.
 */
public final class RealExports {

    public static final String OVERRIDE = "CLOUDCARE_REAL_EXPORTS";

    private RealExports() {}

    public static Path folder() {
        String override = System.getProperty(OVERRIDE, System.getenv(OVERRIDE));
        return override == null
                ? ProjectRoot.find().resolveSibling("shared").resolve("data").resolve("apple-health")
                : Path.of(override);
    }

    public static boolean available() {
        return Arrays.stream(RealExport.values()).map(RealExport::path).allMatch(Files::isReadable);
    }
}
