package health.cloudcare.wearables.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import health.cloudcare.wearables.device.Device;
import health.cloudcare.wearables.imports.healthconnect.HealthConnectRecords;
import health.cloudcare.wearables.imports.openmhealth.DataPoints;
import health.cloudcare.wearables.reading.RawRecord;
import health.cloudcare.wearables.sync.IndexedRecord;
import health.cloudcare.wearables.sync.JudgedRecords;
import health.cloudcare.wearables.sync.RejectedRecord;
import health.cloudcare.wearables.sync.SyncReport;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the records of a JSON import are, each is accounted for, and none keeps another from being read. */
class JsonImportFuzzTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-20T00:00:00Z"), ZoneOffset.UTC);
    private static final Device DEVICE =
            new Device(new UUID(0, 1), new UUID(0, 2), "device", null, null, false, 100, null, 0, CLOCK.instant());

    private static final Function<JsonNode, List<IndexedRecord>> HEALTH_CONNECT =
            records -> HealthConnectRecords.read(records, "", "sender");

    @Property(tries = 1_500)
    void healthConnectRecordsDamaged(@ForAll long seed) {
        account(new RandomJson(new Random(seed)).mutated(tree(GoodUploads.HEALTH_CONNECT)), HEALTH_CONNECT);
    }

    @Property(tries = 1_500)
    void openMhealthDataPointsDamaged(@ForAll long seed) {
        account(new RandomJson(new Random(seed)).mutated(tree(GoodUploads.OPEN_MHEALTH)), DataPoints::read);
    }

    @Property(tries = 1_500)
    void appleSamplesDamaged(@ForAll long seed) {
        account(new RandomJson(new Random(seed)).mutated(tree(GoodUploads.APPLE)), JsonImportFuzzTest::apple);
    }

    @Property(tries = 1_000)
    void anyListOfAnything(@ForAll long seed) {
        RandomJson json = new RandomJson(new Random(seed));
        JsonNode list = tree("[]").deepCopy();
        for (int i = 0; i < 5; i++) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) list).add(json.node(5));
        }
        account(list, HEALTH_CONNECT);
        account(list, DataPoints::read);
        account(list, JsonImportFuzzTest::apple);
    }

    private static void account(JsonNode records, Function<JsonNode, List<IndexedRecord>> parser) {
        List<IndexedRecord> found = parser.apply(records);
        assertThat(found.stream().map(IndexedRecord::index).distinct())
                .as("every record is told of")
                .hasSize(records.size());
        assertThat(found.size()).as("at most three a node").isLessThanOrEqualTo(3 * nodes(records));

        SyncReport report = JudgedRecords.ofIndexed(found, CLOCK).report();
        assertThat(report.accepted() + report.rejected() + report.unmapped()).isEqualTo(found.size());
        assertThat(report.records()).isEqualTo(found.size());
        assertThat(report.rejections()).hasSize((int) Math.min(100, report.rejected()));
        for (RejectedRecord rejected : report.rejections()) {
            assertThat(rejected.position()).isBetween(0L, records.size() - 1L);
            assertThat(rejected.message()).isNotBlank();
            assertThat(rejected.type().length()).isLessThanOrEqualTo(120);
        }
    }

    private static List<IndexedRecord> apple(JsonNode samples) {
        AppleHealthExport export = export(samples);
        AppleDeviceType.of(export.metrics());
        List<IndexedRecord> records = new ArrayList<>();
        for (AppleHealthMetric sample : export.metrics()) {
            RawRecord raw = AppleHealthMetric.record(sample, DEVICE);
            records.add(new IndexedRecord.Measured(records.size(), raw.type(), raw));
        }
        return records;
    }

    private static AppleHealthExport export(JsonNode samples) {
        try {
            return JSON.readValue(
                    "{\"deviceId\": \"d\", \"exportTimestamp\": \"t\", \"metrics\": %s}"
                            .formatted(JSON.writeValueAsString(samples)),
                    AppleHealthExport.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a bad sample cost the whole body", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int nodes(JsonNode node) {
        int nodes = 1;
        for (JsonNode child : node) {
            nodes += nodes(child);
        }
        return nodes;
    }
}
