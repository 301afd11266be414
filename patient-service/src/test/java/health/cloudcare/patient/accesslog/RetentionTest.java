package health.cloudcare.patient.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.patient.accesslog.Tampering.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class RetentionTest {

    /** Long before what any other test logs. */
    private static final Instant OLD = Instant.parse("2016-03-01T10:15:30Z");

    private static final Instant CUTOFF = Instant.parse("2018-01-01T00:00:00Z");

    @Inject
    LogDriver log;

    @Inject
    AccessLogRetention retention;

    private final UUID patient = UUID.randomUUID();

    @Test
    void removesTheOldestAndTheChainGoesOnFromAnAnchor() {
        log.append(oldAndNew(3, 2));

        remove();

        assertThat(sequences()).containsExactly(4L, 5L);
        log.append(Accesses.of(patient, 1));
        log.awaitApart(patient);
        assertThat(sequences()).containsExactly(4L, 5L, 6L);
        assertThat(log.problemsOf(patient)).isEmpty();
        remove();
        assertThat(sequences()).containsExactly(4L, 5L, 6L);
    }

    @Test
    void mayRemoveAllAndTheChainStillGoesOn() {
        int many = RetentionBatch.ENTRIES_OF_A_PATIENT + 1;
        log.append(Accesses.of(patient, 1, many, OLD));
        log.awaitApart(patient);

        remove();

        assertThat(LogDriver.entriesOf(patient)).isZero();
        assertThat(log.problemsOf(patient)).isEmpty();
        log.append(Accesses.of(patient, 1));
        log.awaitApart(patient);
        assertThat(sequences()).containsExactly(many + 1L);
        assertThat(log.problemsOf(patient)).isEmpty();
    }

    @Test
    void whatIsOldBehindSomethingNewStays() {
        log.append(Accesses.of(patient, 1));
        log.append(Accesses.of(patient, 2, 3, OLD));

        remove();

        assertThat(sequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatWasTamperedWithStaysAsEvidence() {
        log.append(oldAndNew(3, 1));
        log.awaitApart(patient);
        sql("UPDATE access_log SET client_ip = '192.0.2.1' WHERE patient_id = ? AND sequence = 2", patient);
        UUID other = UUID.randomUUID();
        log.append(Accesses.of(other, 1, 2, OLD));

        remove();

        assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(LogDriver.entriesOf(other)).isZero();
        assertThat(log.problemsOf(patient))
                .extracting(problem -> problem.kind().name())
                .containsExactly("ALTERED");
    }

    @Test
    void anAnchorThatIsRemovedMovedOrChangedIsFound() {
        log.append(oldAndNew(3, 2));
        log.awaitApart(patient);
        remove();
        assertThat(log.problemsOf(patient)).isEmpty();

        sql("UPDATE access_log_anchor SET sequence = 4 WHERE patient_id = ?", patient);
        assertThat(kinds()).contains("ANCHOR_FORGED");
        sql("UPDATE access_log_anchor SET sequence = 3 WHERE patient_id = ?", patient);
        assertThat(kinds()).isEmpty();
        sql("DELETE FROM access_log_anchor WHERE patient_id = ?", patient);
        assertThat(kinds()).containsExactly("MISSING");
    }

    @Test
    void nobodyElseDeletesNotEvenWhatAnAnchorStandsFor() {
        log.append(oldAndNew(1, 1));
        remove();

        assertThatThrownBy(() -> Tables.change("DELETE FROM access_log WHERE patient_id = ?", patient))
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P11M", "P30D", "P0D", "P-3Y"})
    void lessThanAYearIsRefusedAtTheStart(String period) {
        assertThatThrownBy(() -> new RetentionPeriod(Period.parse(period), Clock.systemUTC()))
                .hasMessageContaining("cloudcare.access-log.retention");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1Y", "P12M", "P3Y", "P2000D"})
    void aYearOrMoreIsAccepted(String period) {
        assertThatCode(() -> new RetentionPeriod(Period.parse(period), Clock.systemUTC()))
                .doesNotThrowAnyException();
    }

    private List<LoggedAccess> oldAndNew(int old, int recent) {
        return Stream.concat(Accesses.of(patient, 1, old, OLD).stream(), Accesses.of(patient, recent).stream())
                .toList();
    }

    private void remove() {
        LogDriver.await(() -> retention.removeBefore(CUTOFF));
    }

    private List<String> kinds() {
        return log.problemsOf(patient).stream()
                .map(problem -> problem.kind().name())
                .toList();
    }

    private List<Long> sequences() {
        String text = Tables.one(
                String.class,
                "SELECT string_agg(sequence::text, ' ' ORDER BY sequence) FROM access_log WHERE patient_id = ?",
                patient);
        return Stream.of(text.split(" ")).map(Long::valueOf).toList();
    }
}
