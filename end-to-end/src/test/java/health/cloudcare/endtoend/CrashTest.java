package health.cloudcare.endtoend;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.PatientClient;
import health.cloudcare.testkit.appleexport.AppleExportGenerator;
import health.cloudcare.testkit.appleexport.ExportProfile;

import static health.cloudcare.endtoend.suite.Suite.BROKER;
import static health.cloudcare.endtoend.suite.Suite.STORES;
import static health.cloudcare.endtoend.suite.Suite.WEARABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@code kill -9} in the middle of imports. Afterwards a patient's figures are those of another's undisturbed import of the
 * same file, and a device that never stopped sending finds every reading that was acknowledged.
 */
@WithSuite
@Order(5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 30);
    private static final Instant FIRST_HOUR = Instant.parse("2025-05-01T00:00:00Z");

    private final Suite suite;
    private final Gateway gateway;

    private Path export;
    private JsonNode undisturbed;
    private long undisturbedReadings;
    private PatientClient wearer;
    private SteadySender sender;

    CrashTest(Suite suite) {
        this.suite = suite;
        this.gateway = suite.gateway();
    }

    @BeforeAll
    void importUndisturbed(@TempDir Path folder) {
        export = new AppleExportGenerator(ExportProfile.thirtyDays()
                        .seed(5)
                        .lastDay(LAST_DAY)
                        .density(4)
                        .build())
                .write(folder.resolve("export.xml"));
        PatientClient calm = PatientClient.signUp(gateway);
        Imports.completed(calm, export);
        undisturbed = figures(calm);
        undisturbedReadings = Figures.stored(calm);
    }

    @BeforeEach
    void startSending() {
        wearer = PatientClient.signUp(gateway);
        sender = new SteadySender(wearer, FIRST_HOUR);
    }

    @AfterEach
    void everyAcknowledgedReadingIsThere() {
        sender.close();
        List<String> acknowledged = sender.acknowledged();
        assertThat(acknowledged).isNotEmpty();
        await("all acknowledged readings are in the aggregates")
                .atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .untilAsserted(() -> assertThat(storedHours()).containsAll(acknowledged));
    }

    @Test
    void nothingIsLostOrCountedTwiceWhenTheServiceDiesTwice() {
        PatientClient patient = PatientClient.signUp(gateway);
        int before = suite.restarts(WEARABLES);

        boolean acknowledged = isAcknowledged(patient, TrippingBody.of(export, () -> suite.kill(WEARABLES)));
        suite.awaitRestartAfter(before, WEARABLES);
        Imports.acknowledged(patient, export);
        suite.kill(WEARABLES);
        suite.awaitRestartAfter(before + 1, WEARABLES);

        assertThat(acknowledged).as("an upload that was cut off").isFalse();
        assertFiguresAreThoseOfTheUndisturbedImport(patient);
    }

    @Test
    void nothingIsLostOrCountedTwiceWhenTheBrokerDies() {
        PatientClient patient = PatientClient.signUp(gateway);
        int before = suite.restarts(BROKER);

        if (!isAcknowledged(patient, TrippingBody.of(export, () -> suite.kill(BROKER)))) {
            suite.awaitRestartAfter(before, BROKER);
            Imports.acknowledged(patient, export);
        }

        assertFiguresAreThoseOfTheUndisturbedImport(patient);
    }

    @Test
    void nothingIsLostOrCountedTwiceWhenTheDatabaseDies() {
        PatientClient patient = PatientClient.signUp(gateway);
        int before = suite.restarts(STORES);

        Imports.acknowledged(patient, export);
        suite.kill(STORES);
        suite.awaitRestartAfter(before, STORES);

        assertFiguresAreThoseOfTheUndisturbedImport(patient);
    }

    private void assertFiguresAreThoseOfTheUndisturbedImport(PatientClient patient) {
        await("the totals are those of an undisturbed import")
                .atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .ignoreExceptions() // a service that is starting refuses, which is no wrong figure
                .untilAsserted(() -> assertThat(Figures.stored(patient)).isEqualTo(undisturbedReadings));
        assertThat(figures(patient)).isEqualTo(undisturbed);
    }

    private static boolean isAcknowledged(PatientClient patient, BodyPublisher body) {
        try {
            return Imports.send(patient, UUID.randomUUID(), body).status() == 202;
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
    }

    private static JsonNode figures(PatientClient patient) {
        return Figures.daily(patient, LAST_DAY.minusDays(40), LAST_DAY.plusDays(2), "Asia/Kolkata");
    }

    private List<String> storedHours() {
        LocalDate first = LocalDate.ofInstant(FIRST_HOUR, ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(
                FIRST_HOUR.plus(sender.acknowledged().size() + 1000L, ChronoUnit.HOURS), ZoneOffset.UTC);
        return wearer.get(
                        PatientClient.AGGREGATED,
                        Map.of(
                                "period",
                                "hourly",
                                "metric_type",
                                "blood_glucose",
                                "start_date",
                                first.minusDays(1).toString(),
                                "end_date",
                                last.toString()))
                .expect(200)
                .json()
                .path("metrics")
                .path("blood_glucose")
                .findValuesAsText("date");
    }
}
