package health.cloudcare.localstack.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of small Java processes: many of them share one machine, none may grow into the others' memory. */
final class JavaCommand {
    private final Installation installation;

    JavaCommand(Installation installation) {
        this.installation = installation;
    }

    List<String> service(SuiteService service) {
        var command = base(service.module(), service.heapMegabytes(), service.busy());
        command.add("-jar");
        command.add(installation.jar(service).toString());
        return command;
    }

    /** A main class of this module. */
    List<String> main(String name, int heapMegabytes, String mainClass, List<String> arguments) {
        var command = base(name, heapMegabytes, true);
        command.addAll(List.of("-cp", installation.libraries(), mainClass));
        command.addAll(arguments);
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> base(String name, int heapMegabytes, boolean optimising) {
        var command = new ArrayList<>(List.of(
                java(),
                installation.mark(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + installation.classData().resolve(name + ".jsa"),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
        if (!optimising) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        return command;
    }
}
