package health.cloudcare.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import health.cloudcare.testkit.appleexport.AppleExportGenerator;
import health.cloudcare.testkit.appleexport.ExportProfile;

/** The file to import; a generated one is deleted when closed. */
record DemoExport(Path path, String description, boolean temporary) implements AutoCloseable {

    static DemoExport of(Path file) {
        return new DemoExport(file, "your export", false);
    }

    /** Thirty days that end yesterday, exported this morning. */
    static DemoExport generated(Clock clock) {
        ZoneId home = ZoneId.of("Asia/Kolkata");
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), home).minusDays(1);
        ExportProfile profile = ExportProfile.thirtyDays()
                .home(home)
                .lastDay(yesterday)
                .seed(yesterday.toEpochDay())
                .build();
        try {
            Path file = Files.createTempFile("cloudcare-demo", ".zip");
            return new DemoExport(new AppleExportGenerator(profile).write(file), "a generated export of 30 days", true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double megabytes() {
        try {
            return Files.size(path) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (temporary) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
