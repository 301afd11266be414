package health.cloudcare.testkit.backing;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeclaredServicesTest {

    @Test
    void unitesWhatTheTestClassesOfTheModuleName() {
        assertThat(DeclaredServices.annotatedIn(Path.of("target", "test-classes")))
                .containsExactly(BackingService.KAFKA, BackingService.REDIS, BackingService.SMTP);
    }

    @Test
    void findsNothingWhereThereAreNoClasses() {
        assertThat(DeclaredServices.annotatedIn(Path.of("target", "nowhere"))).isEmpty();
    }

    @WithBackingServices({BackingService.KAFKA, BackingService.SMTP})
    static final class First {}

    @WithBackingServices({BackingService.REDIS, BackingService.SMTP})
    static final class Second {}
}
