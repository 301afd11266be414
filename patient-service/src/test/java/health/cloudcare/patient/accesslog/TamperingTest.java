package health.cloudcare.patient.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.patient.accesslog.Tampering.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whatever somebody with all rights in the database does to a log of four entries, verification finds it. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class TamperingTest {

    private static final Executor AT_ONCE = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    LogDriver log;

    @Test
    void findsNothingInALogThatIsAsItWasWritten() {
        UUID patient = log.patientWith(4);
        log.append(Accesses.of(patient, 2));

        assertThat(log.problemsOf(patient)).isEmpty();
        assertThat(LogDriver.entriesOf(patient)).isEqualTo(6);
    }

    @Test
    void appendersAtTheSameTimeMakeOneChain() {
        List<UUID> patients = Stream.generate(UUID::randomUUID).limit(3).toList();
        List<LoggedAccess> shared = Accesses.of(patients.getFirst(), 5);
        List<CompletableFuture<Void>> appenders = Stream.generate(() -> patients.stream()
                        .flatMap(patient -> Stream.concat(shared.stream(), Accesses.of(patient, 10).stream()))
                        .toList())
                .limit(8)
                .map(batch -> CompletableFuture.runAsync(() -> log.append(batch), AT_ONCE))
                .toList();

        appenders.forEach(CompletableFuture::join);

        patients.forEach(log::awaitApart);
        assertThat(patients)
                .allSatisfy(patient -> assertThat(log.problemsOf(patient)).isEmpty());
        assertThat(patients.stream().mapToLong(LogDriver::entriesOf).sum()).isEqualTo(8 * 3 * 10 + 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access_log SET client_ip = NULL WHERE patient_id = ?",
                "DELETE FROM access_log WHERE patient_id = ?",
                "WITH everything AS (SELECT set_config('cloudcare.access_log_retention', 'on', true))"
                        + " DELETE FROM access_log USING everything WHERE patient_id = ?"
            })
    void theTableIsAppendOnly(String statement) {
        UUID patient = log.patientWith(2);

        assertThatThrownBy(() -> Tables.change(statement, patient)).hasMessageContaining("append-only");
        assertThatThrownBy(() -> Tables.change("TRUNCATE access_log")).hasMessageContaining("append-only");

        assertThat(log.problemsOf(patient)).isEmpty();
    }

    @Test
    void anyEditOfAnyColumnIsFound() {
        Map<String, UUID> patients =
                Tampering.columns().stream().collect(Collectors.toMap(column -> column, column -> UUID.randomUUID()));
        log.append(patients.values().stream()
                .flatMap(patient -> Accesses.of(patient, 3).stream())
                .toList());
        patients.values().forEach(log::awaitApart);

        patients.forEach(
                (column, patient) -> sql(Tampering.edit(column) + " WHERE patient_id = ? AND sequence = 2", patient));

        assertThat(patients).hasSize(18).allSatisfy((column, patient) -> assertThat(log.problemsOf(patient))
                .as(column)
                .isNotEmpty());
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                arguments("the first is gone", delete("sequence = 1"), List.of("MISSING 1")),
                arguments("one in the middle is gone", delete("sequence = 2"), List.of("MISSING 2")),
                arguments("two in the middle are gone", delete("sequence IN (2, 3)"), List.of("MISSING 2")),
                arguments("the newest is gone", delete("sequence = 4"), List.of("TRUNCATED 4")),
                arguments("all are gone", delete("true"), List.of("TRUNCATED 1")),
                arguments(
                        "the newest is gone, the head moved",
                        List.of(
                                "DELETE FROM access_log WHERE patient_id = ? AND sequence = 4",
                                "UPDATE access_log_head head SET sequence = 3, hash = entry.hash FROM access_log entry"
                                        + " WHERE entry.patient_id = head.patient_id AND entry.sequence = 3 AND head.patient_id = ?"),
                        List.of("HEAD_FORGED 3", "TRUNCATED 4")),
                arguments(
                        "nothing is left",
                        List.of(
                                "DELETE FROM access_log WHERE patient_id = ?",
                                "DELETE FROM access_log_head WHERE patient_id = ?"),
                        List.of("HEAD_MISSING 0", "TRUNCATED 1")),
                arguments(
                        "the head is gone",
                        List.of("DELETE FROM access_log_head WHERE patient_id = ?"),
                        List.of("HEAD_MISSING 4")),
                arguments(
                        "two are swapped",
                        List.of(
                                "UPDATE access_log SET sequence = 99 WHERE patient_id = ? AND sequence = 2",
                                "UPDATE access_log SET sequence = 2 WHERE patient_id = ? AND sequence = 3",
                                "UPDATE access_log SET sequence = 3 WHERE patient_id = ? AND sequence = 99"),
                        List.of("BROKEN_LINK 2", "ALTERED 2", "BROKEN_LINK 3", "ALTERED 3", "BROKEN_LINK 4")),
                arguments(
                        "one was put in at the end",
                        List.of(Tampering.COPY_OF_THE_NEWEST),
                        List.of("BROKEN_LINK 5", "ALTERED 5", "UNEXPECTED 5")),
                arguments(
                        "the head is signed by nobody",
                        List.of("UPDATE access_log_head SET signature = reverse(signature) WHERE patient_id = ?"),
                        List.of("HEAD_FORGED 4")),
                arguments(
                        "the head is signed by an unknown key",
                        List.of("UPDATE access_log_head SET key_id = 'mine' WHERE patient_id = ?"),
                        List.of("HEAD_FORGED 4")),
                arguments(
                        "retention is claimed",
                        List.of(
                                "INSERT INTO access_log_anchor SELECT head.patient_id, 2, entry.hash, head.key_id, head.signature,"
                                        + " head.signed_at FROM access_log_head head JOIN access_log entry USING (patient_id)"
                                        + " WHERE head.patient_id = ? AND entry.sequence = 2",
                                "DELETE FROM access_log WHERE patient_id = ? AND sequence <= 2"),
                        List.of("ANCHOR_FORGED 2")),
                arguments(
                        "the head serves as an anchor",
                        List.of(
                                "INSERT INTO access_log_anchor SELECT * FROM access_log_head WHERE patient_id = ?",
                                "DELETE FROM access_log WHERE patient_id = ?"),
                        List.of("ANCHOR_FORGED 4")));
    }

    private static List<String> delete(String which) {
        return List.of("DELETE FROM access_log WHERE patient_id = ? AND " + which);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void isFound(String name, List<String> statements, List<String> problems) {
        UUID patient = log.patientWith(4);

        statements.forEach(statement -> sql(statement, patient));

        assertThat(found(patient)).as(name).containsExactlyElementsOf(problems);
    }

    @Test
    void aForgedLogOfAPatientNobodyKnowsIsFound() {
        UUID patient = log.patientWith(1);
        UUID nobody = UUID.randomUUID();

        sql(Tampering.copyAs(nobody), patient);

        assertThat(found(nobody)).containsExactly("ALTERED 1", "HEAD_MISSING 1");
    }

    @Test
    void aChainThatWasCalculatedAnewIsFound() {
        UUID patient = UUID.randomUUID();
        List<LoggedAccess> accesses = Accesses.of(patient, 4);
        log.append(accesses);
        log.awaitApart(patient);

        EntryHash end = Tampering.rewrite(accesses, 2, "documents");

        assertThat(found(patient)).containsExactly("HEAD_DIFFERS 4", "REWRITTEN 4");
        sql("UPDATE access_log_head SET hash = decode('" + end.hex() + "', 'hex') WHERE patient_id = ?", patient);
        assertThat(found(patient)).containsExactly("HEAD_FORGED 4", "REWRITTEN 4");
    }

    @Test
    void whatWasCalculatedAnewIsNotVouchedForByGoingOn() {
        UUID patient = UUID.randomUUID();
        List<LoggedAccess> accesses = Accesses.of(patient, 2);
        log.append(accesses);
        log.awaitApart(patient);
        EntryHash end = Tampering.rewrite(accesses, 1, "documents");
        sql("UPDATE access_log_head SET hash = decode('" + end.hex() + "', 'hex') WHERE patient_id = ?", patient);

        log.append(Accesses.of(patient, 1));
        log.append(Accesses.of(patient, 1));
        log.awaitApart(patient);

        assertThat(LogDriver.entriesOf(patient)).isEqualTo(4);
        assertThat(found(patient)).containsExactly("HEAD_FORGED 4", "REWRITTEN 2");
    }

    @Test
    void aLogThatWasSetBackIsFoundAlsoAfterItWentOn() {
        UUID patient = log.patientWith(2);
        Tables.change("CREATE TABLE IF NOT EXISTS former_head AS SELECT * FROM access_log_head WHERE false");
        sql("INSERT INTO former_head SELECT * FROM access_log_head WHERE patient_id = ?", patient);
        log.append(Accesses.of(patient, 1));
        log.awaitApart(patient);

        sql("DELETE FROM access_log WHERE patient_id = ? AND sequence = 3", patient);
        sql("DELETE FROM access_log_head WHERE patient_id = ?", patient);
        sql("INSERT INTO access_log_head SELECT * FROM former_head WHERE patient_id = ?", patient);
        assertThat(found(patient)).containsExactly("TRUNCATED 3");

        log.append(Accesses.of(patient, 2));
        log.awaitApart(patient);
        assertThat(found(patient)).containsExactly("REWRITTEN 3");
    }

    private List<String> found(UUID patient) {
        List<String> found = new ArrayList<>();
        for (ChainProblem problem : log.problemsOf(patient)) {
            assertThat(problem.patientId()).isEqualTo(patient);
            found.add(problem.kind() + " " + problem.sequence());
        }
        return found;
    }
}
