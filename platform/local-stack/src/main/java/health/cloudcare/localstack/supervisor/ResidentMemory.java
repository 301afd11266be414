package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Resident memory as the kernel counts it; pages shared between processes count in each of them. */
final class ResidentMemory {
    private ResidentMemory() {}

    /** Of a process and everything it started, in bytes; 0 when it is gone. */
    static long ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> of(process.pid()))
                .sum();
    }

    static long of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // it ended meanwhile
        }
    }

    static String text(long bytes) {
        double megabytes = bytes / 1048576.0;
        return megabytes < 1024
                ? String.format(Locale.ROOT, "%.0f MiB", megabytes)
                : String.format(Locale.ROOT, "%.2f GiB", megabytes / 1024);
    }
}
