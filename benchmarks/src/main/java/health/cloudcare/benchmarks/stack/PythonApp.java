package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A web application of this module in Python, served by uvicorn from an environment of the run's own. Each of its workers has
 * a port: at one that they share, one of them may happen to accept every connection.
 */
public final class PythonApp implements AutoCloseable {
    private static final int INSTALLED_WITHIN_SECONDS = 180;

    private final List<ChildProcess> workers = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    private PythonApp() {}

    /** The pinned packages of an application, in the folder of the run. */
    public record Environment(Path python, Path sources) {}

    /** Says what is missing on this machine when it fails. */
    public static Environment install(Project project, WorkFolder folder, String name)
            throws IOException, InterruptedException {
        Path sources = project.folder().resolve("benchmarks/src/main/python").resolve(name);
        Path environment = folder.path().resolve("python");
        run(
                folder,
                List.of("python3", "-m", "venv", environment.toString()),
                "python3 with venv is missing: apt-get install python3 python3-venv");
        Path python = environment.resolve("bin/python");
        Path requirements = sources.resolve("requirements.txt");
        run(
                folder,
                List.of(
                        python.toString(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "-r",
                        requirements.toString()),
                "pip could not install " + requirements + ": it needs pip and a package index");
        return new Environment(python, sources);
    }

    private static void run(WorkFolder folder, List<String> command, String missing)
            throws IOException, InterruptedException {
        Path log = folder.path().resolve("python-install.log");
        boolean done;
        try (ChildProcess process = ChildProcess.start(command, Map.of(), log, false)) {
            done = process.process().waitFor(INSTALLED_WITHIN_SECONDS, TimeUnit.SECONDS)
                    && process.process().exitValue() == 0;
        } catch (IOException e) {
            throw new IOException(missing, e);
        }
        if (!done) {
            throw new IOException(missing + "\n" + Files.readString(log));
        }
    }

    /**
     * Returns when it is ready.
     *
     * @param module whose {@code app} is served; it answers {@code GET /ready}
     */
    public static PythonApp start(Environment environment, WorkFolder folder, String module, int workers)
            throws IOException, InterruptedException {
        PythonApp app = new PythonApp();
        try {
            for (int i = 0; i < workers; i++) {
                app.startWorker(environment, folder, module);
            }
            return app;
        } catch (IOException | InterruptedException e) {
            app.close();
            throw e;
        }
    }

    private void startWorker(Environment environment, WorkFolder folder, String module)
            throws IOException, InterruptedException {
        int port = Launch.freePort();
        Path log = folder.path().resolve(module + "-" + port + ".log");
        List<String> command = List.of(
                environment.python().toString(),
                "-B",
                "-m",
                "uvicorn",
                module + ":app",
                "--app-dir",
                environment.sources().toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--loop",
                "uvloop",
                "--http",
                "httptools",
                "--no-access-log",
                "--log-level",
                "warning");
        ChildProcess worker = ChildProcess.start(command, Map.of(), log, false);
        Ready.await(URI.create("http://127.0.0.1:" + port + "/ready"), worker, log);
        workers.add(worker);
        ports.add(port);
    }

    /** Of its workers. */
    public List<Integer> ports() {
        return List.copyOf(ports);
    }

    /** Processor time of its workers so far. */
    public Duration cpu() {
        return workers.stream().map(ChildProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        workers.forEach(ChildProcess::close);
    }
}
