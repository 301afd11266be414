package health.cloudcare.testkit.appleexport;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the export of a profile, streaming: memory does not grow with its length. {@code new
 * AppleExportGenerator(ExportProfile.thirtyDays().seed(7).build()).write(folder.resolve("export.zip"))}.
 */
public final class AppleExportGenerator {

    /** The same in every archive, for the same bytes. */
    private static final LocalDateTime ARCHIVED = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final String FOLDER = "apple_health_export/";

    private final ExportProfile profile;
    private final Days days;

    public AppleExportGenerator(ExportProfile profile) {
        this.profile = profile;
        this.days = new Days(profile);
    }

    /** An {@code .xml}, {@code .gz} or {@code .zip}, by the name of the file. */
    public Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            switch (file.toString().replaceAll(".*\\.", "")) {
                case "gz" -> writeGzip(out);
                case "zip" -> writeZip(out);
                default -> writeXml(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    public void writeXml(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writeHealthData(new ExportXml(writer));
        writer.flush();
    }

    public void writeGzip(OutputStream out) throws IOException {
        try (GZIPOutputStream gzip = new GZIPOutputStream(keptOpen(out))) {
            writeXml(gzip);
        }
    }

    /** As the phone packs it: the clinical document and the routes lie beside the export and are none of its business. */
    public void writeZip(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(keptOpen(out), StandardCharsets.UTF_8)) {
            entry(zip, "export_cda.xml");
            zip.write("<?xml version=\"1.0\"?>\n<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>\n"
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            entry(zip, "workout-routes/route_1.gpx");
            zip.write("<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" creator=\"Apple Health Export\"/>\n"
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            entry(zip, "export.xml");
            writeXml(zip);
            zip.closeEntry();
        }
    }

    private void writeHealthData(ExportXml xml) {
        Instant exported = days.exported();
        RecordWriter records = new RecordWriter(xml, profile.home(), exported, days.random("address", 0));
        xml.raw(header());
        xml.open("HealthData").attribute("locale", "en_IN");
        xml.open("ExportDate").attribute("value", records.date(exported)).close();
        xml.open("Me")
                .attribute("HKCharacteristicTypeIdentifierDateOfBirth", "")
                .attribute("HKCharacteristicTypeIdentifierBiologicalSex", "HKBiologicalSexNotSet")
                .attribute("HKCharacteristicTypeIdentifierBloodType", "HKBloodTypeNotSet")
                .attribute("HKCharacteristicTypeIdentifierFitzpatrickSkinType", "HKFitzpatrickSkinTypeNotSet")
                .close();
        series().forEach((name, series) -> writeSeries(records, name, series));
        if (profile.badRecords()) {
            for (BadRecord bad : BadRecord.values()) {
                bad.write(xml, records.offset());
            }
        }
        writeCorrelations(xml, records);
        writeWorkouts(xml, records);
        xml.close();
    }

    /** Types in the order of the export. */
    private Map<String, Series> series() {
        MovementSeries movement = new MovementSeries(profile);
        BodySeries body = new BodySeries(profile);
        Map<String, Series> series = new LinkedHashMap<>();
        series.put("BodyMass", body::mass);
        series.put("HeartRate", body::heartRate);
        series.put("OxygenSaturation", body::oxygen);
        series.put("BloodPressureSystolic", body::systolic);
        series.put("BloodPressureDiastolic", body::diastolic);
        series.put("RespiratoryRate", body::respiratoryRate);
        series.put("StepCount", movement::steps);
        series.put("DistanceWalkingRunning", movement::distance);
        series.put("BasalEnergyBurned", movement::basalEnergy);
        series.put("ActiveEnergyBurned", movement::activeEnergy);
        series.put("FlightsClimbed", movement::flights);
        series.put("RestingHeartRate", body::restingHeartRate);
        series.put("VO2Max", body::vo2Max);
        series.put("TimeInDaylight", body::sunlight);
        series.put("HeartRateVariabilitySDNN", body::variability);
        series.put("SleepAnalysis", new SleepSeries(profile)::samples);
        return series;
    }

    private void writeSeries(RecordWriter records, String name, Series series) {
        for (int number = 0; number < profile.days(); number++) {
            int day = number;
            series.samples(days.day(day), days.random(name, day), sample -> records.writeOnTime(sample, day));
        }
        for (int number = 0; number < profile.days(); number++) {
            int day = number;
            series.samples(days.day(day), days.random(name, day), sample -> records.writeLate(sample, day));
        }
    }

    /** Its records stand at the top level already: a reader that takes both counts twice. */
    private void writeCorrelations(ExportXml xml, RecordWriter records) {
        BodySeries body = new BodySeries(profile);
        for (int number = 0; number < profile.days() && profile.devices().contains(AppleDevice.CUFF); number += 3) {
            int day = number;
            Instant moment = days.day(day).wake().plusSeconds(1500);
            xml.open("Correlation").attribute("type", "HKCorrelationTypeIdentifierBloodPressure");
            records.source(AppleDevice.CUFF, day);
            records.dates(moment, moment, moment);
            body.systolic(days.day(day), days.random("BloodPressureSystolic", day), s -> records.write(s, day, moment));
            body.diastolic(
                    days.day(day), days.random("BloodPressureDiastolic", day), s -> records.write(s, day, moment));
            xml.close();
        }
    }

    private void writeWorkouts(ExportXml xml, RecordWriter records) {
        WorkoutWriter workouts = new WorkoutWriter(xml, records);
        for (int number = 0; number < profile.days() && profile.devices().contains(AppleDevice.WATCH); number++) {
            Day day = days.day(number);
            day.workout().ifPresent(workout -> workouts.write(day, workout, days.random("Workout", day.number())));
        }
    }

    private static String header() {
        try (InputStream header = AppleExportGenerator.class.getResourceAsStream("header.xml.txt")) {
            return new String(Objects.requireNonNull(header).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setTimeLocal(ARCHIVED);
        zip.putNextEntry(entry);
    }

    /** A packer must be closed to be complete, the stream of the caller must not. */
    private static OutputStream keptOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
