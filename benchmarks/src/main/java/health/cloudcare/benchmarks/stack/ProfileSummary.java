package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** What a flight recording says of processor time and of allocation, in a few lines. */
public final class ProfileSummary {
    private static final int LINES = 8;
    private static final double MEGABYTE = 1024 * 1024;

    /** Code of ours, or of the libraries that do our work: what runs in the JDK for it counts for the caller. */
    private static final List<String> BENEATH = List.of("java.", "jdk.", "sun.");

    private final Map<String, Double> samples = new HashMap<>();
    private final Map<String, Double> allocatedTypes = new HashMap<>();
    private final Map<String, Double> allocatingMethods = new HashMap<>();
    private Duration pauses = Duration.ZERO;

    private ProfileSummary() {}

    /** Of every recording that this run has left in the folder that CLOUDCARE_BENCH_PROFILE names; nothing without. */
    public static List<String> ofAll() throws IOException {
        List<String> lines = new ArrayList<>();
        FileTime started =
                FileTime.from(ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH));
        Path folder = Profile.folder();
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".jfr"))
                        .sorted()
                        .toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(started) > 0) {
                        lines.addAll(of(file));
                    }
                }
            }
        }
        return lines;
    }

    static List<String> of(Path recording) throws IOException {
        var summary = new ProfileSummary();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                summary.add(file.readEvent());
            }
        }
        return summary.lines(recording.getFileName().toString());
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> samples.merge(method(event), 1.0, Double::sum);
            case "jdk.ObjectAllocationSample" -> {
                double bytes = event.getLong("weight");
                allocatedTypes.merge(event.getClass("objectClass").getName(), bytes, Double::sum);
                allocatingMethods.merge(method(event), bytes, Double::sum);
            }
            case "jdk.GCPhasePause" -> pauses = pauses.plus(event.getDuration());
            default -> {
                // a recording says much more
            }
        }
    }

    private static String method(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        return trace == null
                ? "(unknown)"
                : trace.getFrames().stream()
                        .map(ProfileSummary::name)
                        .filter(name -> BENEATH.stream().noneMatch(name::startsWith))
                        .findFirst()
                        .orElse("(JDK alone)");
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private List<String> lines(String name) {
        double allocated = sum(allocatedTypes);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,.0f samples, %,.0f MB allocated, %.2f s in pauses for garbage collection",
                name,
                sum(samples),
                allocated / MEGABYTE,
                pauses.toMillis() / 1e3));
        lines.addAll(largest("processor time in", samples));
        lines.addAll(largest("allocated as", allocatedTypes));
        lines.addAll(largest("allocated in", allocatingMethods));
        return lines;
    }

    private static List<String> largest(String what, Map<String, Double> amounts) {
        double all = sum(amounts);
        return amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(LINES)
                .map(entry -> String.format(
                        Locale.ROOT, "  %s %4.1f %% %s", what, 100 * entry.getValue() / all, entry.getKey()))
                .toList();
    }

    private static double sum(Map<String, Double> amounts) {
        return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
