package health.cloudcare.endtoend;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.ImportReport;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;
import health.cloudcare.testkit.appleexport.AppleExportGenerator;
import health.cloudcare.testkit.appleexport.ExportProfile;
import health.cloudcare.testkit.oracle.ExportOracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** The documented calls with the documented bodies (docs of the CloudCare API, sections 2, 3 and 10). */
@WithSuite
@Order(2)
class JourneyTest {

    private static final String STEP_COUNT = "HKQuantityTypeIdentifierStepCount";
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private final Gateway gateway;

    JourneyTest(Suite suite) {
        gateway = suite.gateway();
    }

    @Test
    void signsUpLogsInAndKnowsWhoAsks() {
        NewPatient person = NewPatient.invent();

        JsonNode signup = gateway.post(PatientClient.SIGNUP, person.signupBody())
                .expect(201)
                .json();
        JsonNode me = PatientClient.logIn(gateway, person).me().expect(200).json();

        assertThat(signup.path("access_token").asText()).isNotBlank();
        assertThat(signup.path("refresh_token").asText()).isNotBlank();
        assertThat(signup.path("token_type").asText()).isEqualTo("bearer");
        for (JsonNode user : List.of(signup.path("user"), me)) {
            assertThat(user.path("id").asText()).isNotBlank();
            assertThat(user.path("email").asText()).isEqualTo(person.email());
            assertThat(user.path("role").asText()).isEqualTo("PATIENT");
            assertThat(user.path("name").asText()).isEqualTo("Journey Patient");
            assertThat(user.path("patient_id").asText())
                    .isEqualTo(signup.path("user").path("patient_id").asText());
            assertThat(user.path("aadhar_uid").asText()).matches("[0-9a-f]{64}");
        }
        assertThat(me.path("is_active").asBoolean()).isTrue();
        assertThat(Instant.parse(me.path("created_at").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(gateway.post(PatientClient.SIGNUP, person.signupBody()).status())
                .isEqualTo(409);
    }

    @Test
    void registersADevice() {
        PatientClient patient = PatientClient.signUp(gateway);
        String deviceId = "watch-" + UUID.randomUUID();

        JsonNode device = patient.registerDevice("Apple Watch", "apple_watch", deviceId)
                .expect(201)
                .json();
        JsonNode listed =
                patient.get(PatientClient.DEVICES, Map.of()).expect(200).json();

        assertThat(device.path("device_id").asText()).isEqualTo(deviceId);
        assertThat(device.path("patient_id").asText())
                .isEqualTo(patient.patientId().toString());
        assertThat(device.path("battery_level").isInt()).isTrue();
        assertThat(device.path("data_points_synced").isInt()).isTrue();
        assertThat(listed).containsExactly(device);
        assertThat(patient.registerDevice("Again", "apple_watch", deviceId).status())
                .isEqualTo(409);
    }

    @Test
    void countsOverlappingStepsOfThreeDevicesOnce() {
        PatientClient patient = PatientClient.signUp(gateway);
        Instant start =
                LocalDate.now(INDIA).minusDays(3).atTime(9, 0).atZone(INDIA).toInstant();

        patient.post(PatientClient.APPLE_HEALTH, steps("phone", "iPhone", 900, start))
                .expect(201);
        patient.post(PatientClient.APPLE_HEALTH, steps("watch", "Apple Watch", 1000, start))
                .expect(201);
        patient.post(PatientClient.APPLE_HEALTH_BATCH, List.of(steps("ring", "Oura Ring", 950, start)))
                .expect(201);

        LocalDate day = LocalDate.ofInstant(start, INDIA);
        JsonNode point = Figures.day(patient, "steps", day, "Asia/Kolkata");
        assertThat(point.path("total").asDouble()).isEqualTo(1000);
        assertThat(Figures.stored(patient)).isEqualTo(3);
    }

    @Test
    void takesBothFormsOfSync() {
        PatientClient patient = PatientClient.signUp(gateway);
        Instant noon = Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        String deviceId = "band-" + UUID.randomUUID();

        JsonNode listed = patient.post(
                        PatientClient.SYNC,
                        Map.of(
                                "patient_id", patient.patientId().toString(),
                                "device_id", deviceId,
                                "metrics",
                                        List.of(
                                                metric("heart_rate", 72, "bpm", noon),
                                                metric("oxygen_level", 98, "percent", noon))))
                .expect(200)
                .json();
        JsonNode named = patient.post(
                        PatientClient.SYNC,
                        Map.of(
                                "device_id",
                                deviceId,
                                "metrics",
                                Map.of("heart_rate", 64, "steps", 512, "calories", 20, "sleep_hours", 7.5)))
                .expect(200)
                .json();

        for (JsonNode answer : List.of(listed, named)) {
            assertThat(answer.path("message").asText()).isNotBlank();
            assertThat(answer.path("id").asText()).isNotBlank();
            assertThat(answer.path("timestamp").asText()).endsWith("Z");
        }
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .untilAsserted(() -> assertThat(Figures.stored(patient)).isEqualTo(6));
        JsonNode summary =
                patient.get(PatientClient.TODAY, Map.of()).expect(200).json().path("summary");
        assertThat(summary.path("steps").path("total").asInt()).isEqualTo(512);
        assertThat(summary.path("sleep").path("time_asleep").asDouble()).isEqualTo(7.5);
    }

    @Test
    void importingTheSameExportTwiceChangesNothing(@TempDir Path folder) {
        PatientClient patient = PatientClient.signUp(gateway);
        LocalDate last = LocalDate.now(INDIA).minusDays(1);
        Path file = generated(folder, last);

        ImportReport first = Imports.completed(patient, file);
        JsonNode figures = Figures.daily(patient, last.minusDays(40), last, "Asia/Kolkata");
        long stored = Figures.stored(patient);
        ImportReport second = Imports.completed(patient, file);

        assertThat(second.stored()).isZero();
        assertThat(second.duplicates()).isEqualTo(second.accepted()).isEqualTo(first.accepted());
        assertThat(Figures.daily(patient, last.minusDays(40), last, "Asia/Kolkata"))
                .isEqualTo(figures);
        assertThat(Figures.stored(patient)).isEqualTo(stored);
    }

    @Test
    void comprehensiveShowsTheExportWithEveryDocumentedField(@TempDir Path folder) {
        PatientClient patient = PatientClient.signUp(gateway);
        LocalDate last = LocalDate.now(INDIA).minusDays(1);
        Path file = generated(folder, last);
        Imports.completed(patient, file);

        JsonNode answer = patient.get(
                        PatientClient.COMPREHENSIVE,
                        Map.of("days", "30", "until", last.toString(), "tz", "Asia/Kolkata"))
                .expect(200)
                .json();

        DocumentedShapes.assertComprehensive(answer);
        Map<LocalDate, Double> expected = ExportOracle.of(file).mergedDaily(STEP_COUNT, "count", INDIA);
        for (JsonNode point : answer.path("time_series").path("steps")) {
            LocalDate day = LocalDate.parse(point.path("date").asText());
            // whole steps in the chart
            assertThat(point.path("total").asDouble())
                    .as("steps on %s", day)
                    .isCloseTo(expected.getOrDefault(day, 0.0), within(0.5001));
        }
        DocumentedShapes.assertToday(
                patient.get(PatientClient.TODAY, Map.of()).expect(200).json());
    }

    @Test
    void aPatientWithoutReadingsIsToldZeroes() {
        PatientClient patient = PatientClient.signUp(gateway);

        JsonNode today = patient.get(PatientClient.TODAY, Map.of()).expect(200).json();
        JsonNode comprehensive =
                patient.get(PatientClient.COMPREHENSIVE, Map.of()).expect(200).json();

        DocumentedShapes.assertToday(today);
        DocumentedShapes.assertComprehensive(comprehensive);
        assertThat(today.path("summary").path("steps").path("total").asInt(-1)).isZero();
    }

    private static Path generated(Path folder, LocalDate last) {
        return new AppleExportGenerator(
                        ExportProfile.thirtyDays().seed(11).lastDay(last).build())
                .write(folder.resolve("export.zip"));
    }

    private static Map<String, Object> metric(String type, double value, String unit, Instant at) {
        return Map.of("metric_type", type, "value", value, "unit", unit, "timestamp", at.toString());
    }

    /** As the iOS app sends it; an hour of walking. */
    private static Map<String, Object> steps(String device, String hardware, int count, Instant start) {
        Instant end = start.plus(1, ChronoUnit.HOURS);
        return Map.of(
                "deviceId", device + "-" + UUID.randomUUID(),
                "userId", "ios-user",
                "exportTimestamp", end.toString(),
                "dataRange", Map.of("startDate", start.toString(), "endDate", end.toString()),
                "metrics",
                        List.of(Map.of(
                                "type",
                                STEP_COUNT,
                                "value",
                                count,
                                "unit",
                                "count",
                                "startDate",
                                start.toString(),
                                "endDate",
                                end.toString(),
                                "sourceApp",
                                "com.apple.health",
                                "metadata",
                                Map.of("device", hardware))));
    }
}
