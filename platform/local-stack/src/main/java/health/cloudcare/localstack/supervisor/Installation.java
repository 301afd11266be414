package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import health.cloudcare.localstack.secret.LocalSecrets;

/**
 * The folders of one local installation.
 *
 * @param project the root of the source tree with the built modules
 * @param home everything that is kept between runs
 */
public record Installation(Path project, Path home) {
    public Installation {
        project = project.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    public Path data() {
        return home.resolve("data");
    }

    /** The state of the running suite. */
    public Path run() {
        return home.resolve("run");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** So that a log only tells of the current run; the run before is kept. The supervisor's own is in use. */
    void putLogsAside() throws IOException {
        try (var files = Files.newDirectoryStream(logs(), "*.log")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.equals("supervisor.log") && !name.equals("build.log")) {
                    Files.move(file, logs().resolve(name + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Class-data archives, by which the second start is faster than the first. */
    public Path classData() {
        return home.resolve("cds");
    }

    public LocalSecrets secrets() {
        return LocalSecrets.in(home.resolve("secrets"));
    }

    public StateFile stateFile() {
        return new StateFile(run());
    }

    /** The class path of everything in this module. */
    String libraries() {
        return project.resolve("platform/local-stack/target/lib").resolve("*").toString();
    }

    Path jar(SuiteService service) {
        return project.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** On the command line of every Java process of this installation, so that a later run recognises its own. */
    String mark() {
        return "-Dcloudcare.home=" + home;
    }

    void create() throws IOException {
        for (Path directory : List.of(home, data(), run(), logs(), classData())) {
            Files.createDirectories(directory);
        }
    }
}
