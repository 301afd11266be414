package health.cloudcare.benchmarks.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folders of the built project. The launcher names it; otherwise it is searched from the working directory upwards. */
public record Project(Path folder) {
    public static Project find() {
        String named = System.getProperty("cloudcare.project");
        if (named != null) {
            return new Project(Path.of(named).toAbsolutePath());
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("platform/local-stack"))) {
                return new Project(at);
            }
        }
        throw new IllegalStateException("Start it by ./cloudcare bench, or from within the project");
    }

    String localStackClassPath() {
        return built(folder.resolve("platform/local-stack/target/lib"))
                .resolve("*")
                .toString();
    }

    Path serviceJar(String module) {
        return built(folder.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    private Path built(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException(folder.relativize(path) + " is missing: build the project first");
        }
        return path;
    }
}
