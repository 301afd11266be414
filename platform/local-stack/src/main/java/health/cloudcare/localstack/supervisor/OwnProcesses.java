package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import health.cloudcare.localstack.backing.ChildProcess;

/** Processes of an installation found by their command line, whoever started them: a stored number proves nothing. */
final class OwnProcesses {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Installation installation;

    OwnProcesses(Installation installation) {
        this.installation = installation;
    }

    /** Children of a supervisor of this installation, the running one or one that was killed. */
    List<ProcessHandle> children() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isOurs(arguments(process.pid())))
                .toList();
    }

    private boolean isOurs(List<String> arguments) {
        String data = installation.data() + "/";
        String program = arguments.isEmpty() ? "" : arguments.getFirst();
        boolean java = arguments.contains(installation.mark());
        boolean redis = program.startsWith(data); // it is unpacked there
        boolean postgres =
                program.endsWith("/postgres") && arguments.stream().anyMatch(argument -> argument.startsWith(data));
        return java || redis || postgres;
    }

    boolean isSupervisor(long pid) {
        List<String> arguments = arguments(pid);
        return arguments.contains(health.cloudcare.localstack.Supervisor.class.getName())
                && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Ends what a killed supervisor left behind and returns how many that were. */
    int sweep() throws IOException, InterruptedException {
        List<ProcessHandle> orphans = children();
        orphans.forEach(ProcessHandle::destroy);
        for (ProcessHandle orphan : orphans) {
            ChildProcess.stop(orphan, "TERM", PATIENCE);
        }
        return orphans.size();
    }

    private static List<String> arguments(long pid) {
        try {
            byte[] commandLine = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return List.of(new String(commandLine, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return List.of(); // it ended, or belongs to somebody else
        }
    }
}
