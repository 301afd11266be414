package health.cloudcare.document.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.document.Files.PDF;
import static health.cloudcare.document.Files.pdf;
import static health.cloudcare.document.NewDocument.aDocument;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.S3})
class StagingTest {

    @Inject
    UploadSlots slots;

    @ConfigProperty(name = "cloudcare.documents.concurrent-uploads")
    int room;

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    Path uploads;

    @Test
    void refusesMoreUploadsAtOnceThanThereIsRoomFor() {
        for (int i = 0; i < room; i++) {
            Awaitility.await().until(slots::tryTake); // the exchange of the test before may not quite have ended
        }
        try {
            aDocument().upload().then().spec(problem(503, "UNAVAILABLE")).header("Retry-After", equalTo("5"));
            aDocument().uploadAsForm(PDF).then().statusCode(503);
        } finally {
            for (int i = 0; i < room; i++) {
                slots.giveBack();
            }
        }

        for (int i = 0; i <= room; i++) {
            aDocument().with("title", "").upload().then().statusCode(422);
        }
    }

    @Test
    void leavesNoFileOnDisk() {
        byte[] file = pdf(10_000);

        aDocument().withFile(file).uploaded();
        aDocument().uploadAsForm(file).then().statusCode(201);
        aDocument().without("title").withFile(file).upload().then().statusCode(422);
        aDocument().without("title").uploadAsForm(file).then().statusCode(422);

        Awaitility.await().until(() -> copiesOf(file) == 0);
    }

    private long copiesOf(byte[] file) throws IOException {
        try (Stream<Path> files = Files.list(uploads)) {
            return files.filter(other -> holds(other, file)).count();
        }
    }

    private static boolean holds(Path path, byte[] file) {
        try {
            return Arrays.equals(Files.readAllBytes(path), file);
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }
}
