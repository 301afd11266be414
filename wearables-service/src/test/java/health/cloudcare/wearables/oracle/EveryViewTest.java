package health.cloudcare.wearables.oracle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientProfileUpdated;
import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.wearables.UploadTests;
import health.cloudcare.wearables.patient.Patients;

import static health.cloudcare.wearables.oracle.Answers.API;
import static health.cloudcare.wearables.oracle.Answers.average;
import static health.cloudcare.wearables.oracle.Answers.get;
import static health.cloudcare.wearables.oracle.Answers.monday;
import static health.cloudcare.wearables.oracle.Answers.number;
import static org.assertj.core.api.Assertions.within;

/** Every view of a patient who travels, has two devices and sends late, against a plain scan of what was sent. */
@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class EveryViewTest {
    private static final int DAYS = 14;
    private static final Map<String, String> AMOUNTS = Map.of(
            "steps",
            "stepCount",
            "calories",
            "activeEnergyBurned",
            "distance",
            "distanceWalkingRunning",
            "flights_climbed",
            "flightsClimbed");

    @Inject
    Patients patients;

    private final Instant now = Clock.systemUTC().instant();
    private final long nowMinute = now.getEpochSecond() / 60;
    private final TreeMap<Instant, ZoneId> zones = new TreeMap<>();
    private final SoftAssertions soft = new SoftAssertions();
    private UUID patient = UUID.randomUUID();
    private PlainScan scan;
    private LocalDate today;

    @Test
    void agreesWithAPlainScan() {
        patient = UploadTests.knownPatient(id -> patients.exists(id).await().atMost(Duration.ofSeconds(5)));
        zones.put(Instant.EPOCH, ZoneId.of("Europe/Paris"));
        travel(Duration.ofDays(9), "America/New_York");
        travel(Duration.ofDays(4), "Asia/Kathmandu");
        for (long seed = 1; seed <= 2; seed++) {
            List<Measured> readings = Fortnight.until(now, seed);
            if (seed == 2) {
                takeEverythingBack();
            }
            send(readings, new Random(seed));
            scan = new PlainScan(readings, zones, now.minus(Duration.ofDays(DAYS + 2)), now.plusSeconds(3600));
            today = scan.dateOf(nowMinute);
            amounts();
            heartRates();
            hours();
            nights();
            today();
            lastDay();
            readings(readings);
        }
        soft.assertAll();
    }

    private void travel(Duration ago, String zone) {
        Instant at = Instant.ofEpochSecond(now.minus(ago).getEpochSecond() / 900 * 900);
        zones.put(at, ZoneId.of(zone));
        PatientProfileUpdated event = new PatientProfileUpdated(at, patient, zone);
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(
                    Topic.PATIENT.topicName(),
                    patient.toString(),
                    EventJson.write(event),
                    Map.of("ce_type", event.type(), "ce_id", event.eventId().toString()));
        }
        Awaitility.await().until(() -> patients.zonesOf(patient)
                .await()
                .atMost(Duration.ofSeconds(5))
                .at(now)
                .equals(ZoneId.of(zone)));
    }

    /** Anyhow, in five uploads, one of them twice. */
    private void send(List<Measured> readings, Random random) {
        List<Measured> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, random);
        int fifth = shuffled.size() / 5 + 1;
        for (int part : new int[] {3, 0, 4, 1, 3, 2}) {
            List<Measured> some = shuffled.subList(part * fifth, Math.min(shuffled.size(), (part + 1) * fifth));
            UploadTests.as(patient)
                    .body(Map.of(
                            "deviceId",
                            "phone-" + patient,
                            "exportTimestamp",
                            now.toString(),
                            "metrics",
                            some.stream().map(Measured::json).toList()))
                    .post(API + "import/apple-health")
                    .then()
                    .statusCode(201);
        }
    }

    private void takeEverythingBack() {
        UploadTests.as(patient)
                .body(Map.of("ranges", List.of(Map.of("device_id", "phone-" + patient))))
                .post(API + "deletions")
                .then()
                .statusCode(201);
    }

    private void amounts() {
        JsonPath comprehensive = get(request().queryParam("days", DAYS), "metrics/comprehensive");
        AMOUNTS.forEach((metric, type) -> {
            Map<LocalDate, Double> expected = scan.amounts(type, scan::dateOf);
            Map<LocalDate, Integer> counts = scan.believed(type, scan::dateOf);
            double precision = metric.equals("distance") ? 0.0051 : 0.51;
            List<Map<String, Object>> daily = aggregated("daily", metric);
            soft.assertThat(daily).as(metric).hasSize(DAYS);
            for (Map<String, Object> point : daily) {
                LocalDate day = LocalDate.parse((String) point.get("date"));
                soft.assertThat(number(point, "total"))
                        .as("%s on %s", metric, day)
                        .isCloseTo(expected.getOrDefault(day, 0.0), within(2e-6));
                soft.assertThat(number(point, "count"))
                        .as("count of %s on %s", metric, day)
                        .isEqualTo((double) counts.getOrDefault(day, 0));
            }
            List<Map<String, Object>> charted = comprehensive.getList("time_series." + metric);
            for (Map<String, Object> point : charted) {
                LocalDate day = LocalDate.parse((String) point.get("date"));
                soft.assertThat(number(point, "total"))
                        .as("chart of %s on %s", metric, day)
                        .isCloseTo(expected.getOrDefault(day, 0.0), within(precision));
            }
            grouped("weekly", metric, scan.amounts(type, minute -> monday(scan.dateOf(minute))));
            grouped("monthly", metric, scan.amounts(type, minute -> YearMonth.from(scan.dateOf(minute))
                    .toString()));
        });
    }

    private void grouped(String period, String metric, Map<String, Double> expected) {
        Map<String, Double> found = new TreeMap<>();
        aggregated(period, metric).forEach(point -> found.put((String) point.get("date"), number(point, "total")));
        soft.assertThat(found.keySet()).as("%s %s", period, metric).isEqualTo(expected.keySet());
        found.forEach((label, total) -> soft.assertThat(total)
                .as("%s of %s", metric, label)
                .isCloseTo(expected.getOrDefault(label, -1.0), within(1e-5)));
    }

    private void heartRates() {
        Map<LocalDate, List<Double>> expected = scan.values("heartRate", scan::dateOf);
        List<Map<String, Object>> trend = get(request().queryParam("days", DAYS), "metrics/heart-rate-trends")
                .getList("data");
        for (List<Map<String, Object>> points : List.of(aggregated("daily", "heart_rate"), trend)) {
            soft.assertThat(points.stream().map(point -> point.get("date")))
                    .containsExactlyElementsOf(
                            expected.keySet().stream().map(LocalDate::toString).toList());
            for (Map<String, Object> point : points) {
                List<Double> values = expected.getOrDefault(LocalDate.parse((String) point.get("date")), List.of());
                soft.assertThat(number(point, "count")).isEqualTo(values.size());
                soft.assertThat(number(point, "min")).isEqualTo(Collections.min(values));
                soft.assertThat(number(point, "max")).isEqualTo(Collections.max(values));
                soft.assertThat(number(point, "avg")).isCloseTo(average(values), within(0.0501));
            }
        }
    }

    private void hours() {
        Map<String, Double> steps = scan.amounts("stepCount", Answers::hour);
        Map<String, List<Double>> pulses = scan.values("heartRate", Answers::hour);
        List<Map<String, Object>> charted =
                get(request().queryParam("days", DAYS), "metrics/comprehensive").getList("time_series.steps_hourly");
        soft.assertThat(charted).hasSize(24);
        charted.forEach(point -> soft.assertThat(number(point, "total"))
                .as("chart of steps at %s", point.get("date"))
                .isCloseTo(steps.getOrDefault(point.get("date"), 0.0), within(0.51)));
        aggregated("hourly", "steps").forEach(point -> soft.assertThat(number(point, "total"))
                .as("steps at %s", point.get("date"))
                .isCloseTo(steps.getOrDefault(point.get("date"), 0.0), within(2e-6)));
        aggregated("hourly", "heart_rate").forEach(point -> soft.assertThat(number(point, "count"))
                .isEqualTo(pulses.getOrDefault(point.get("date"), List.of()).size()));
    }

    private void nights() {
        Map<LocalDate, PlainScan.Night> expected = scan.nights();
        List<Map<String, Object>> trend =
                get(request().queryParam("days", DAYS), "metrics/sleep-trends").getList("data");
        for (List<Map<String, Object>> points : List.of(aggregated("daily", "sleep_analysis"), trend)) {
            soft.assertThat(points).hasSameSizeAs(expected.keySet());
            for (Map<String, Object> point : points) {
                PlainScan.Night night =
                        expected.getOrDefault(LocalDate.parse((String) point.get("date")), new PlainScan.Night(-1, -1));
                soft.assertThat(number(point, "time_asleep"))
                        .as("asleep, night of %s", point.get("date"))
                        .isCloseTo(night.asleep() / 60.0, within(0.0051));
                soft.assertThat(number(point, "time_in_bed"))
                        .as("in bed, night of %s", point.get("date"))
                        .isCloseTo(night.inBed() / 60.0, within(0.0051));
            }
        }
    }

    private void today() {
        JsonPath found = get(request(), "summary/today");
        soft.assertThat(found.getString("date")).isEqualTo(today.toString());
        AMOUNTS.forEach((metric, type) -> soft.assertThat(found.getDouble("summary." + metric + ".total"))
                .as("%s today", metric)
                .isCloseTo(
                        scan.amounts(type, scan::dateOf).getOrDefault(today, 0.0),
                        within(metric.equals("distance") ? 0.0051 : 0.51)));
        soft.assertThat(found.getInt("summary.heart_rate.count"))
                .isEqualTo(scan.values("heartRate", scan::dateOf)
                        .getOrDefault(today, List.of())
                        .size());
        soft.assertThat(found.getDouble("summary.sleep.time_asleep"))
                .isCloseTo(
                        scan.nights()
                                        .getOrDefault(today, new PlainScan.Night(0, 0))
                                        .asleep()
                                / 60.0,
                        within(0.0051));
    }

    private void lastDay() {
        JsonPath found = get(request(), "summary");
        long from = (nowMinute - 24 * 60) / 15 * 15;
        LongFunction<Boolean> within = minute -> minute >= from;
        soft.assertThat(found.getDouble("steps"))
                .isCloseTo(scan.amounts("stepCount", within).getOrDefault(true, 0.0), within(0.51));
        soft.assertThat(found.getDouble("calories"))
                .isCloseTo(scan.amounts("activeEnergyBurned", within).getOrDefault(true, 0.0), within(0.51));
        soft.assertThat(found.getDouble("avg_heart_rate"))
                .isCloseTo(average(scan.values("heartRate", within).getOrDefault(true, List.of())), within(0.0501));
        soft.assertThat(found.getDouble("total_sleep_hours"))
                .isCloseTo(scan.asleepBetween(from, nowMinute + 1) / 60.0, within(0.0051));
    }

    private void readings(List<Measured> all) {
        List<Map<String, Object>> recent =
                get(request().queryParam("hours", 48), "metrics/recent").getList("metrics");
        List<String> expected = all.stream()
                .filter(reading -> reading.start().isAfter(now.minus(Duration.ofHours(48))))
                .sorted(Comparator.comparing(Measured::start).reversed())
                .map(reading -> reading.start().toString())
                .toList();
        soft.assertThat(recent.stream().map(reading -> (String) reading.get("timestamp")))
                .containsExactlyElementsOf(expected);
        JsonPath steps = get(request().queryParam("metric_type", "steps").queryParam("days", DAYS), "metrics/by-type");
        soft.assertThat(steps.getList("metrics.value"))
                .containsExactlyInAnyOrderElementsOf(
                        scan.of("stepCount").stream().map(Measured::value).toList());
    }

    private List<Map<String, Object>> aggregated(String period, String metric) {
        return get(
                        request()
                                .queryParam("period", period)
                                .queryParam("days", DAYS)
                                .queryParam("week_start", "monday")
                                .queryParam("metric_type", metric),
                        "metrics/aggregated")
                .getList("metrics." + metric);
    }

    private RequestSpecification request() {
        return UploadTests.as(patient).queryParam("patient_id", patient);
    }
}
