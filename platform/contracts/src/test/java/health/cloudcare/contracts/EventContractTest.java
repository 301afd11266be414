package health.cloudcare.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventContractTest {

    private static final Instant NOW = Instant.parse("2025-11-19T05:50:01.236Z");
    private static final UUID ID = UUID.fromString("0193402f-0000-7000-8000-000000000001");

    static Stream<Event> events() {
        return Stream.of(
                new AccountRegistered(NOW, ID, "PATIENT", ID, null, null),
                new AccountRegistered(NOW, ID, "DOCTOR", null, ID, ID),
                new AccountVerified(NOW, ID, "DOCTOR", ID, null, ID),
                new AccountLocked(NOW, ID, NOW),
                new SessionRevoked(NOW, ID, ID, "LOGOUT"),
                new AccountDeleted(NOW, ID, "PATIENT", ID, null, null),
                new PatientErased(NOW, ID),
                new ConsentRequested(NOW, ID, ID, 1, ID, null),
                new ConsentGranted(
                        NOW,
                        ID,
                        ID,
                        2,
                        ID,
                        null,
                        List.of("WEARABLES", "NOTES"),
                        List.of("steps"),
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 11, 19),
                        "DAILY",
                        NOW,
                        10,
                        "WEEK",
                        "STORE",
                        "DATA_ACCESS"),
                new ConsentGranted(
                        NOW,
                        ID,
                        ID,
                        2,
                        null,
                        ID,
                        List.of("PROFILE"),
                        List.of(),
                        null,
                        null,
                        "RAW",
                        NOW,
                        null,
                        null,
                        null,
                        null),
                new ConsentDenied(NOW, ID, ID, 2, ID, null),
                new ConsentRevoked(NOW, ID, ID, 3, null, ID),
                new ConsentExpired(NOW, ID, ID, 3, ID, null),
                new DoctorRegistered(NOW, ID, ID),
                new DoctorRegistered(NOW, ID, null),
                new EmergencyAccessOpened(NOW, ID, ID, ID, List.of(ID), NOW),
                new ConnectionRequested(NOW, ID, ID, ID, 1),
                new ConnectionAccepted(NOW, ID, ID, ID, 1),
                new ConnectionRejected(NOW, ID, ID, ID, 1),
                new ConnectionCancelled(NOW, ID, ID, ID, 1),
                new ConnectionRemoved(NOW, ID, ID, ID, 1),
                new DoctorProfileUpdated(NOW, ID),
                new AffiliationChanged(NOW, ID, ID, "ACTIVE", true, 1),
                new CareStatusChanged(NOW, ID, ID),
                new NoteWritten(NOW, ID, ID, ID, 1),
                new HospitalProfileUpdated(NOW, ID),
                new ResourcesChanged(NOW, ID, 1, 1, 1, 1, 1, 1, 1, 1, 7),
                new DepartmentChanged(NOW, ID, ID, true),
                new EmergencyCaseChanged(NOW, ID, ID, ID),
                new DoctorAssigned(NOW, ID, ID, ID, ID, ID),
                new DoctorUnassigned(NOW, ID, ID, ID, ID, ID),
                new DocumentUploaded(NOW, ID, ID, "LAB_REPORT"),
                new DocumentDeleted(NOW, ID, ID),
                new DocumentShared(NOW, ID, ID, ID, ID),
                new DocumentShareRevoked(NOW, ID, ID, ID),
                new RecordRequested(NOW, ID, ID),
                new AccessHeadSigned(NOW, ID, 1, "ab12", "k", "c2ln"),
                new HospitalRegistered(NOW, ID),
                new PatientAdmitted(NOW, ID, ID, ID, ID),
                new PatientDischarged(NOW, ID, ID, ID, ID),
                new PatientRegistered(NOW, ID, "Asia/Kolkata"),
                new PatientProfileUpdated(NOW, ID, "Asia/Kathmandu"),
                new DataAccessed(
                        NOW, ID, "PATIENT", ID, ID, "WEARABLES", "READ", "wearables/devices", null, false, null, "r-1"),
                new DataAccessed(NOW, ID, "DOCTOR", ID, ID, "NOTES", "READ", "doctors/notes", ID, true, "::1", "r-1"),
                new AccessRefused(
                        NOW, ID, "DOCTOR", ID, ID, "PROFILE", "READ", "patients/profile", "::1", null, "no consent"),
                new MetricsSynced(NOW, ID, ID, null, List.of("steps"), 10, 2, NOW, NOW),
                new AggregateRevised(NOW, ID, "steps", LocalDate.of(2025, 11, 19), 2),
                new DevicePaired(NOW, ID, ID),
                new DeviceUnpaired(NOW, ID, ID),
                new AlertRaised(ID, NOW, ID, ID, "heart_rate", "CRITICAL", NOW, List.of(ID), List.of()),
                new NotificationCreated(NOW, ID, ID, "SYSTEM"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void serialisedFormSatisfiesItsSchemaAndReadsBackEqual(Event event) throws IOException {
        byte[] data = EventJson.write(event);

        JsonNode json = new ObjectMapper().readTree(data);
        assertThat(schema(event.type()).validate(json)).isEmpty();
        assertThat(EventJson.read(data, event.getClass())).isEqualTo(event);
        assertThat(json.get("occurred_at").textValue()).endsWith("Z");
    }

    @ParameterizedTest
    @MethodSource("events")
    void carriesExactlyTheMembersItsSchemaDescribes(Event event) throws IOException {
        JsonNode json = new ObjectMapper().readTree(EventJson.write(event));

        List<String> described = names(schema(event.type()).getSchemaNode().get("properties"));
        assertThat(described).containsAll(names(json));
    }

    @Test
    void everyEventIsShown() {
        assertThat(events().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds(Event.class).toList());
    }

    @Test
    void asyncApiListsEveryTopicAndEvent() throws IOException {
        JsonNode document = new YAMLMapper().readTree(resource("asyncapi.yaml"));

        List<String> addresses = document.get("channels").findValuesAsText("address");
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        events().forEach(event -> assertThat(
                        document.at("/components/messages/" + event.getClass().getSimpleName() + "/name")
                                .asText())
                .isEqualTo(event.type()));
    }

    @Test
    void readingsHaveTwelvePartitionsAndEveryTopicADeadLetterTopic() {
        assertThat(Topic.WEARABLES_READINGS.partitions()).isEqualTo(12);
        assertThat(Topic.definitions()).hasSize(2 * Topic.values().length);
    }

    @Test
    void idsAreVersion7AndOrderedByTime() {
        UUID earlier = UuidV7.at(NOW);
        UUID later = UuidV7.at(NOW.plusMillis(1));

        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(earlier.toString()).isLessThan(later.toString());
    }

    private static Stream<Class<?>> kinds(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(EventContractTest::kinds)
                : Stream.of(kind);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static JsonSchema schema(String type) throws IOException {
        try (InputStream in = resource("schemas/" + type + ".json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EventContractTest.class.getResourceAsStream("/" + name), name);
    }
}
