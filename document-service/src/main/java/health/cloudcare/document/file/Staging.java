package health.cloudcare.document.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps uploads out of the heap: a file is on disk from its first byte on, readable by this process' user alone, and gone when
 * the exchange ends, however it ends. The framework does the same with the parts of multipart bodies, in the same directory.
 */
@ApplicationScoped
public class Staging {

    private static final Logger LOG = Logger.getLogger(Staging.class);

    /** Longer than any exchange; other replicas may use the directory too. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final CurrentVertxRequest request;
    private final Clock clock;
    private final Path directory;
    private final long limit;

    Staging(
            CurrentVertxRequest request,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path directory,
            @ConfigProperty(name = "cloudcare.documents.max-file-size") MemorySize limit) {
        this.request = request;
        this.clock = clock;
        this.directory = directory;
        this.limit = limit.asLongValue();
    }

    /** A process that was killed could not clean up. */
    void onStart(@Observes StartupEvent event) {
        try {
            Files.createDirectories(directory);
            removeOlderThan(clock.instant().minus(LEFT_BEHIND));
        } catch (IOException e) {
            LOG.warnf(
                    "files of an earlier run may be left in %s: %s",
                    directory, e.getClass().getSimpleName());
        }
    }

    /** Blocks. Fails with {@link FileTooLargeException} as soon as more is written than a file may have. */
    StagedFile stage(Content content) throws IOException {
        Path file = newFile();
        try (LimitedOutputStream out =
                new LimitedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), limit)) {
            content.writeTo(out);
            return new StagedFile(file, out.count());
        }
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private Path newFile() throws IOException {
        RoutingContext exchange = request.getCurrent();
        Path file = Files.createTempFile(directory, "document-", null);
        exchange.addEndHandler(ended -> exchange.vertx().fileSystem().delete(file.toString()));
        return file;
    }

    private void removeOlderThan(Instant limit) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
