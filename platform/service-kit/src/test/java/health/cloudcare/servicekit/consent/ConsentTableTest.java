package health.cloudcare.servicekit.consent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.Event;

import static health.cloudcare.servicekit.consent.ConsentEventRecords.PATIENT;
import static health.cloudcare.servicekit.consent.ConsentEventRecords.granted;
import static health.cloudcare.servicekit.consent.ConsentEventRecords.record;
import static health.cloudcare.servicekit.consent.ConsentEventRecords.revoked;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ConsentTableTest {

    private static final UUID ONE = UUID.fromString("0193402f-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0193402f-0000-7000-8000-000000000002");

    private final ConsentTable table = new ConsentTable();

    @Test
    void holdsWhatIsGrantedUntilItIsRevoked() {
        take(granted(ONE, 2));
        assertThat(live()).containsExactly(ONE);

        take(revoked(ONE, 3));
        assertThat(live()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesToTheSameInAnyOrderAndWithRepetitions(long seed) {
        List<Event> events = new ArrayList<>(List.of(
                granted(ONE, 2),
                revoked(ONE, 3),
                granted(OTHER, 2),
                granted(ONE, 2),
                revoked(ONE, 3),
                granted(OTHER, 2)));
        Collections.shuffle(events, new Random(seed));

        events.forEach(this::take);

        assertThat(live()).containsExactly(OTHER);
    }

    @Test
    void anOldGrantThatComesAgainDoesNotOpenWhatWasRevoked() {
        take(granted(ONE, 2));
        take(revoked(ONE, 3));

        take(granted(ONE, 2));

        assertThat(live()).isEmpty();
        assertThat(table.of(PATIENT).doubtful()).isFalse();
    }

    @Test
    void whatCannotBeReadPutsItsPatientInDoubtAndNobodyElse() {
        take(granted(ONE, 2));

        table.take(record(PATIENT.toString(), ConsentRevoked.TYPE, "{broken".getBytes(UTF_8)));

        assertThat(table.of(PATIENT).doubtful()).isTrue();
        assertThat(table.of(OTHER).doubtful()).isFalse();
        assertThat(table.unreadable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent.paused", "null", "document.shared"})
    void aTypeFromTheFutureMayMeanAnything(String type) {
        table.take(record(PATIENT.toString(), type, "{}".getBytes(UTF_8)));

        assertThat(table.of(PATIENT).doubtful()).isTrue();
    }

    @Test
    void anEventUnderAnotherPatientsKeyIsNotBelieved() {
        byte[] value = record(granted(ONE, 2)).value();

        table.take(record(OTHER.toString(), ConsentGranted.TYPE, value));

        assertThat(live()).isEmpty();
        assertThat(table.of(OTHER).doubtful()).isTrue();
    }

    @Test
    void aKeyThatIsNoPatientIsCountedOnly() {
        table.take(record("nobody", ConsentGranted.TYPE, new byte[0]));

        assertThat(table.unreadable()).isEqualTo(1);
        assertThat(table.size()).isZero();
    }

    private void take(Event event) {
        ConsumerRecord<String, byte[]> record = record(event);
        table.take(record);
    }

    private List<UUID> live() {
        return table.of(PATIENT).live().stream().map(GrantedConsent::id).toList();
    }
}
