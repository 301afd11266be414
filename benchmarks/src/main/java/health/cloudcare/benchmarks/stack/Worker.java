package health.cloudcare.benchmarks.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class of this module in a process of its own: it answers each line with a line, and ends when there are no more. */
public final class Worker implements AutoCloseable {
    private final ChildProcess child;
    private final BufferedReader answers;
    private final Writer questions;
    private final Path log;

    private Worker(ChildProcess child, Path log) {
        this.child = child;
        this.answers = child.process().inputReader(StandardCharsets.UTF_8);
        this.questions = child.process().outputWriter(StandardCharsets.UTF_8);
        this.log = log;
    }

    public static Worker start(
            WorkFolder folder,
            String name,
            int heapMegabytes,
            Map<String, String> environment,
            Class<?> mainClass,
            List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(ChildProcess.java(heapMegabytes));
        command.addAll(Profile.options(name));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        command.addAll(arguments);
        Path log = folder.path().resolve(name + ".log");
        return new Worker(ChildProcess.start(command, environment, log, true), log);
    }

    public String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("a worker ended: " + Files.readString(log));
        }
        return answer;
    }

    /** Processor time it has used so far. */
    public Duration cpu() {
        return child.cpu();
    }

    @Override
    public void close() {
        child.close();
    }
}
