package health.cloudcare.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.Topics;
import health.cloudcare.endtoend.suite.WithSuite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A random walk over patients' data: every access is told of once and as it was, and nothing is told that was not. */
@WithSuite
@Order(4)
class AuditWalkTest {

    private static final int STEPS = 10_000;
    private static final int MOST_SHOWN = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LOGGED = """
            SELECT concat_ws(' ', event_id, patient_id, actor_account_id, outcome, category, action, resource,
                             coalesce(consent_id::text, '-'), emergency::boolean::text)
              FROM access_log WHERE correlation_id LIKE ?
            """;

    private final Suite suite;

    AuditWalkTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void everyAccessIsToldOfOnceAndAsItWas() {
        Map<TopicPartition, Long> starts = suite.topics().ends(Topics.ACCESS);
        long seed = ThreadLocalRandom.current().nextInt(1_000_000);
        Walk walk = new Walk(suite, seed);

        List<WalkStep> steps = walk.take(STEPS);

        // the trail is written before the answer, so all of it is there
        Map<String, List<JsonNode>> told = suite.topics().readFrom(starts, Topics.ACCESS).stream()
                .map(AuditWalkTest::event)
                .filter(event -> event.path("correlation_id").asText().startsWith("walk-"))
                .collect(Collectors.groupingBy(event -> WalkStep.key(
                        event.path("correlation_id").asText(),
                        event.path("patient_id").asText())));
        List<String> wrong = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (WalkStep step : steps) {
            known.add(step.key());
            wrong.addAll(differences(step, told.getOrDefault(step.key(), List.of()), walk.ledger()));
        }
        told.keySet().stream().filter(id -> !known.contains(id)).forEach(id -> wrong.add(id + " was no request"));

        assertThat(steps.stream().filter(WalkStep::isUndecided).count())
                .as("undecided")
                .isLessThan(STEPS / 100);
        assertThat(steps.stream().collect(Collectors.groupingBy(WalkStep::outcome, Collectors.counting())))
                .as("enough of each kind")
                .allSatisfy((outcome, count) -> assertThat(count).isGreaterThan(STEPS / 100));
        assertThat(wrong.stream().limit(MOST_SHOWN))
                .as("%d accesses with seed %d", wrong.size(), seed)
                .isEmpty();
        assertLogged(told.values().stream().flatMap(List::stream).toList(), seed);
    }

    /** Patients find in their logs what the trail tells, each access once; and the logs verify. */
    private void assertLogged(List<JsonNode> told, long seed) {
        String own = "walk-" + seed + "-%";
        await("everything is logged").atMost(Imports.PATIENCE).until(() -> suite.stores()
                .select("patient", "SELECT count(*) FROM access_log WHERE correlation_id LIKE ?", own)
                .equals(List.of(Integer.toString(told.size()))));

        assertThat(Set.copyOf(suite.stores().select("patient", LOGGED, own)))
                .isEqualTo(told.stream().map(AuditWalkTest::logged).collect(Collectors.toSet()));
        await("the heads are kept apart")
                .atMost(Imports.PATIENCE)
                .until(() -> suite.verifyAudit().status() == 0);
    }

    private static String logged(JsonNode event) {
        return Stream.of(
                        "event_id",
                        "patient_id",
                        "actor_account_id",
                        "outcome",
                        "category",
                        "action",
                        "resource",
                        "consent_id",
                        "emergency")
                .map(member -> event.path(member).asText(member.equals("emergency") ? "false" : "-"))
                .map(text -> text.isEmpty() ? "-" : text)
                .collect(Collectors.joining(" "));
    }

    private static List<String> differences(WalkStep step, List<JsonNode> told, ConsentLedger ledger) {
        if (step.outcome().isEmpty()) {
            return told.isEmpty() ? List.of() : List.of(step + " is told of though nobody decided anything");
        }
        // a service that is busy turns some away before it decides anything
        if (step.isUndecided() && told.isEmpty()) {
            return List.of();
        }
        if (told.size() != 1) {
            return List.of(step + " is told of " + told.size() + " times");
        }
        JsonNode event = told.getFirst();
        List<String> differences = new ArrayList<>();
        compare(step, "outcome", step.outcome(), event.path("outcome"), differences);
        compare(step, "actor", step.caller().accountId(), event.path("actor_account_id"), differences);
        compare(step, "role", step.caller().role(), event.path("actor_role"), differences);
        compare(step, "profile", step.caller().profileId(), event.path("actor_profile_id"), differences);
        compare(step, "patient", step.patientId(), event.path("patient_id"), differences);
        compare(step, "category", step.deed().category(), event.path("category"), differences);
        compare(step, "action", step.deed().action(), event.path("action"), differences);
        compare(step, "resource", step.deed().resource(), event.path("resource"), differences);
        if (event.path("client_ip").asText().isBlank()) {
            differences.add(step + ": from nowhere");
        }
        if (!isByTheRightConsent(step, event, ledger)) {
            differences.add(step + ": by consent " + event.path("consent_id").asText());
        }
        return differences;
    }

    private static void compare(WalkStep step, String what, Object expected, JsonNode told, List<String> differences) {
        String text = told.isMissingNode() ? "null" : told.asText();
        if (!Objects.toString(expected, "null").equals(text)) {
            differences.add("%s: %s is %s and not %s".formatted(step, what, text, expected));
        }
    }

    private static boolean isByTheRightConsent(WalkStep step, JsonNode event, ConsentLedger ledger) {
        JsonNode consent = event.path("consent_id");
        boolean emergency = event.path("emergency").asBoolean();
        if (step.isByOwner() || step.outcome().equals("REFUSED")) {
            return (consent.isNull() || consent.isMissingNode()) && !emergency;
        }
        return !consent.asText().isBlank() && ledger.covers(UUID.fromString(consent.asText()), emergency, step);
    }

    /** With its outcome as a member, which the type of the event tells. */
    private static JsonNode event(ConsumerRecord<String, byte[]> record) {
        try {
            String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
            ObjectNode event = (ObjectNode) JSON.readTree(record.value());
            return event.put("outcome", type.equals("access.data-accessed") ? "ALLOWED" : "REFUSED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
