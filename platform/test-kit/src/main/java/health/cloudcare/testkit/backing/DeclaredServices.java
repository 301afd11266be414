package health.cloudcare.testkit.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/**
 * The union of what the test classes of this module name in {@link WithBackingServices}. Read from the compiled classes
 * and not from the running test: Quarkus groups test classes by their resources and would start once per group.
 */
final class DeclaredServices {

    /** Overrides the annotations: a comma-separated list such as {@code postgres,kafka}. */
    private static final String OVERRIDE = "cloudcare.test.services";

    private DeclaredServices() {}

    static Set<BackingService> ofThisModule() {
        String override = System.getProperty(OVERRIDE);
        return override == null ? annotatedIn(Path.of("target", "test-classes")) : parse(override);
    }

    static Set<BackingService> annotatedIn(Path testClasses) {
        Set<BackingService> services = EnumSet.noneOf(BackingService.class);
        if (Files.isDirectory(testClasses)) {
            for (AnnotationInstance annotation : index(testClasses).getAnnotations(WithBackingServices.class)) {
                Arrays.stream(annotation.value().asEnumArray())
                        .map(BackingService::valueOf)
                        .forEach(services::add);
            }
        }
        return services;
    }

    private static Set<BackingService> parse(String names) {
        Set<BackingService> services = EnumSet.noneOf(BackingService.class);
        Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> BackingService.valueOf(name.toUpperCase(Locale.ROOT)))
                .forEach(services::add);
        return services;
    }

    private static Index index(Path testClasses) {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(testClasses)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : classes) {
                try (InputStream content = Files.newInputStream(file)) {
                    indexer.index(content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return indexer.complete();
    }
}
