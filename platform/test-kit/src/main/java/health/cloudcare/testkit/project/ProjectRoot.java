package health.cloudcare.testkit.project;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the checked-out project, found by walking up from where the tests run. */
public final class ProjectRoot {

    private ProjectRoot() {}

    public static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("platform/local-stack"))) {
                return folder;
            }
        }
        throw new IllegalStateException(start + " is not inside the CloudCare project");
    }
}
