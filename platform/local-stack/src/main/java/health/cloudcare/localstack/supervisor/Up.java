package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import health.cloudcare.localstack.backing.Directories;

/** {@code ./cloudcare up}: checks, starts everything in two stages, and keeps it running until asked to stop. */
public final class Up {
    private static final int LOG_TAIL = 15;

    private final Installation installation;
    private final UpOptions options;
    private final Console console;
    private final SuiteEnvironment environment;
    private final SuitePlan plan;
    private final OwnProcesses own;

    public Up(Installation installation, UpOptions options, Map<String, String> given, Console console) {
        this.installation = installation;
        this.options = options;
        this.console = console;
        this.environment = new SuiteEnvironment(given, options.portBase(), installation.secrets());
        this.plan = new SuitePlan(installation, environment, options.portBase(), options.services());
        this.own = new OwnProcesses(installation);
    }

    /** Returns the exit code when nothing was started or the start failed; otherwise runs until the process ends. */
    public int run(Clock clock) throws IOException, InterruptedException {
        installation.create();
        Optional<RunLock> lock = RunLock.tryAcquire(installation);
        if (lock.isEmpty()) {
            console.line("CloudCare is already running here. See ./cloudcare status, stop it with ./cloudcare down.");
            return 1;
        }
        try {
            return runAlone(clock);
        } finally {
            lock.get().release();
        }
    }

    private int runAlone(Clock clock) throws IOException, InterruptedException {
        own.sweep();
        List<ManagedProcess> backings = plan.backings();
        List<ManagedProcess> services = plan.services();
        List<String> problems = problems(backings, services);
        if (!problems.isEmpty()) {
            problems.forEach(console::line);
            return 1;
        }
        if (options.fresh()) {
            Directories.delete(installation.data());
            installation.create();
        }
        var board = new StateBoard(installation.stateFile(), clock, options.portBase());
        var suite = new RunningSuite(board, console);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::stop, "stop"));
        installation.putLogsAside();
        console.line("Starting CloudCare, logs are in " + installation.logs());
        try {
            suite.start(backings);
            suite.start(services);
        } catch (StartFailedException e) {
            explain(e);
            return 1;
        }
        Duration timeToReady = board.elapsed();
        var summary = new Summary(board.state(), timeToReady, environment, options.services(), demoAccounts());
        console.line(summary.text());
        board.allReady(timeToReady);
        suite.awaitStop();
        return 0;
    }

    private List<String> problems(List<ManagedProcess> backings, List<ManagedProcess> services) {
        var problems = new ArrayList<String>();
        for (SuiteService service : plan.missing()) {
            problems.add(service.module() + " is not built: " + installation.jar(service)
                    + " is missing. ./cloudcare up builds it.");
        }
        List<String> conflicts = PortCheck.conflicts(
                Stream.concat(backings.stream(), services.stream()).toList());
        problems.addAll(conflicts);
        if (!conflicts.isEmpty()) {
            problems.add(PortCheck.advice(options.portBase()));
        }
        return problems;
    }

    private List<DemoAccounts.Account> demoAccounts() {
        return options.services().containsAll(DemoAccounts.NEEDS)
                ? DemoAccounts.present(SuiteService.GATEWAY.url(options.portBase()), installation.secrets())
                : List.of();
    }

    private void explain(StartFailedException failure) throws IOException {
        Path log = installation.log(failure.process());
        console.line("CloudCare did not start: " + failure.getMessage() + ".");
        if (Files.exists(log)) {
            console.line("The end of " + log + ":");
            List<String> lines = Files.readAllLines(log);
            lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size())
                    .forEach(line -> console.line("  " + line));
        }
    }
}
