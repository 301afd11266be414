package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A packaged service, run as {@code ./cloudcare up} runs it. */
public final class ServiceProcess implements AutoCloseable {
    /** Megabytes, as {@code ./cloudcare up} gives it. */
    public static final int WEARABLES_HEAP = 384;

    private static final int LINES_SHOWN = 12;

    private final ChildProcess child;
    private final Launch launch;
    private final Path log;

    private ServiceProcess(ChildProcess child, Launch launch, Path log) {
        this.child = child;
        this.launch = launch;
        this.log = log;
    }

    /** The wearables service on its own broker and database; returns when it is ready. */
    public static ServiceProcess wearables(
            Project project, WorkFolder folder, TokenIssuer issuer, Backing kafka, Backing mongo)
            throws IOException, InterruptedException {
        return start(project, folder, wearables(issuer, kafka, mongo));
    }

    /** How the wearables service is started. */
    public static Launch wearables(TokenIssuer issuer, Backing kafka, Backing mongo) throws IOException {
        return Launch.of("wearables-service", WEARABLES_HEAP)
                .with(kafka.environment())
                .with(mongo.environment())
                .with(issuer.environment());
    }

    /** Returns when it is ready. */
    public static ServiceProcess start(Project project, WorkFolder folder, Launch launch)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (launch.core() != Launch.ANY_CORE) {
            command.addAll(List.of("taskset", "-c", Integer.toString(launch.core())));
        }
        command.addAll(ChildProcess.java(launch.heapMegabytes()));
        command.addAll(Profile.options(launch.name()));
        command.addAll(List.of("-jar", project.serviceJar(launch.module()).toString()));
        Path log = folder.path().resolve(launch.name() + ".log");
        var service = new ServiceProcess(ChildProcess.start(command, launch.environment(), log, false), launch, log);
        Ready.await(service.uri("/q/health/ready"), service.child, log);
        return service;
    }

    public URI uri(String pathAndQuery) {
        return URI.create(launch.url() + pathAndQuery);
    }

    public int port() {
        return launch.port();
    }

    /** Processor time it has used so far. */
    public Duration cpu() {
        return child.cpu();
    }

    /** How many of its threads have this name. */
    public long threads(String name) throws IOException {
        return child.threads(name);
    }

    /** The last of what it has logged, to be shown when something went wrong. */
    public String log() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    public boolean alive() {
        return child.process().isAlive();
    }

    /** Stops it in its tracks: it stays connected and warm, but does nothing. */
    public void pause() throws IOException, InterruptedException {
        child.pause();
    }

    public void resume() throws IOException, InterruptedException {
        child.resume();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        child.kill();
    }

    public void stop() {
        child.close();
    }

    @Override
    public void close() {
        stop();
    }
}
