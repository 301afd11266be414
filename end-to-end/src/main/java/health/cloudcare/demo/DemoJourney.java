package health.cloudcare.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.ImportReport;
import health.cloudcare.journey.PatientClient;

/** The journey from the signup to the picture, and whether the picture is right. */
final class DemoJourney {

    private static final int DAYS = 30;

    private final Gateway gateway;
    private final Console console;
    private final Clock clock;

    DemoJourney(Gateway gateway, Console console, Clock clock) {
        this.gateway = gateway;
        this.console = console;
        this.clock = clock;
    }

    /** @return whether every check passed */
    boolean play(Optional<Path> file) {
        console.line("CloudCare demo at %s", gateway.base());
        try (DemoExport export = file.map(DemoExport::of).orElseGet(() -> DemoExport.generated(clock))) {
            PatientClient patient = arrive();
            console.title("Importing %s, %,.1f MB".formatted(export.description(), export.megabytes()));
            ImportReport report = new WatchedImport(patient, console).run(export.path());
            new ReportTable(console).show(report);

            console.passing("Reading the file a second time, to compare ...");
            Expectations expected = Expectations.of(export.path());
            console.passing("");
            showPicture(patient, expected.zone(), expected.lastDay());
            return compare(patient, report, expected);
        }
    }

    private PatientClient arrive() {
        PatientClient patient = PatientClient.signUp(gateway);
        console.line("  a patient signed up and logged in (id %s)", patient.patientId());
        JsonNode me = patient.me().expect(200).json();
        console.line("  GET /auth/me knows the role %s", me.path("role").asText());
        patient.registerDevice("Apple Watch", "apple_watch", "demo-watch-" + UUID.randomUUID())
                .expect(201);
        console.line("  a device is registered");
        return patient;
    }

    private void showPicture(PatientClient patient, ZoneId zone, LocalDate lastDay) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate until = lastDay.isAfter(today) ? today : lastDay;
        Picture picture = new Picture(console);
        JsonNode comprehensive = patient.get(
                        PatientClient.COMPREHENSIVE,
                        Map.of("days", Integer.toString(DAYS), "tz", zone.getId(), "until", until.toString()))
                .expect(200)
                .json();
        picture.showComprehensive(comprehensive, DAYS, until, zone);
        picture.showToday(patient.get(PatientClient.TODAY, Map.of("tz", zone.getId()))
                .expect(200)
                .json());
    }

    private boolean compare(PatientClient patient, ImportReport report, Expectations expected) {
        console.title("Checks against a plain scan of the file");
        Checks checks = new Checks();
        expected.compareCounts(report, checks);
        new DailyTotals(patient, expected, console).compare(report, checks);
        return checks.conclude(console);
    }
}
