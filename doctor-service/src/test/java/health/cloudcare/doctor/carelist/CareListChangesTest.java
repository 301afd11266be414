package health.cloudcare.doctor.carelist;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import health.cloudcare.doctor.DoctorTables;
import health.cloudcare.doctor.FakePatientService;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.doctor.carelist.ConsentStanding.DENIED;
import static health.cloudcare.doctor.carelist.ConsentStanding.EXPIRED;
import static health.cloudcare.doctor.carelist.ConsentStanding.GRANTED;
import static health.cloudcare.doctor.carelist.ConsentStanding.REQUESTED;
import static health.cloudcare.doctor.carelist.ConsentStanding.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(FakePatientService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class CareListChangesTest {

    private static final Instant START = Instant.parse("2025-11-19T05:50:01Z");
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID BROKEN_GLASS = UUID.randomUUID();

    /** What may become of the consents of one doctor and one patient, and what the row says in the end. */
    enum Story {
        ANOTHER_IS_STILL_LIVE(
                "ACTIVE GRANTED", of(FIRST, 0, REQUESTED, GRANTED, REVOKED), of(SECOND, 20, REQUESTED, GRANTED)),
        THE_LAST_ONE_WAS_REVOKED(
                "LOCKED REVOKED",
                of(FIRST, 0, REQUESTED, GRANTED, EXPIRED),
                of(SECOND, 20, REQUESTED, GRANTED, REVOKED)),
        ASKED_AGAIN("LOCKED AWAITING", of(FIRST, 0, REQUESTED, DENIED), of(SECOND, 20, REQUESTED)),
        DENIED_AT_LAST("LOCKED DENIED", of(FIRST, 0, REQUESTED, GRANTED, EXPIRED), of(SECOND, 20, REQUESTED, DENIED)),
        EMERGENCY_BESIDE_A_DENIAL("LOCKED DENIED", of(FIRST, 0, REQUESTED, DENIED), emergency(20, GRANTED)),
        EMERGENCY_ALONE("", emergency(20, GRANTED)),
        EMERGENCY_THAT_ENDED("", emergency(20, GRANTED, EXPIRED));

        private final String outcome;
        private final List<ConsentNews> news;

        Story(String outcome, List<ConsentNews> news) {
            this(outcome, news, List.of());
        }

        Story(String outcome, List<ConsentNews> news, List<ConsentNews> moreNews) {
            this.outcome = outcome;
            this.news = Stream.concat(news.stream(), moreNews.stream()).toList();
        }

        /** For other people, so that nothing of another run is in the way. */
        List<ConsentNews> between(UUID doctor, UUID patient) {
            Map<UUID, UUID> ids =
                    Map.of(FIRST, UUID.randomUUID(), SECOND, UUID.randomUUID(), BROKEN_GLASS, UUID.randomUUID());
            return news.stream()
                    .map(one -> new ConsentNews(
                            ids.get(one.consentId()),
                            patient,
                            doctor,
                            one.version(),
                            one.standing(),
                            one.emergency(),
                            one.at()))
                    .toList();
        }
    }

    @Inject
    CareListChanges changes;

    @Inject
    DoctorTables tables;

    @ParameterizedTest
    @EnumSource
    void comesToTheSameInWhateverOrderAndHoweverOften(Story story) throws Throwable {
        Random random = new Random(story.ordinal());
        for (int run = 0; run < 6; run++) {
            UUID doctor = UUID.randomUUID();
            List<ConsentNews> inOrder = story.between(doctor, UUID.randomUUID());
            List<ConsentNews> told = new ArrayList<>(inOrder);
            told.addAll(inOrder);
            if (run > 0) {
                Collections.shuffle(told, random);
            }

            apply(told);
            assertThat(rowOf(doctor)).as("%s", told).isEqualTo(story.outcome);

            apply(inOrder);
            assertThat(rowOf(doctor)).as("told anew after %s", told).isEqualTo(story.outcome);
        }
    }

    private void apply(List<ConsentNews> told) throws Throwable {
        for (ConsentNews news : told) {
            VertxContextSupport.subscribeAndAwait(() -> changes.apply(news));
        }
    }

    private String rowOf(UUID doctor) {
        Map<String, Object> row = tables.patientOf(doctor);
        if (row.isEmpty()) {
            return "";
        }
        assertThat(row).containsEntry("assigned_at", Timestamp.from(START));
        return row.get("status") + " " + row.get("condition");
    }

    private static List<ConsentNews> of(UUID consent, int seconds, ConsentStanding... standings) {
        return news(consent, seconds, false, standings);
    }

    private static List<ConsentNews> emergency(int seconds, ConsentStanding... standings) {
        return news(BROKEN_GLASS, seconds, true, standings);
    }

    private static List<ConsentNews> news(UUID consent, int seconds, boolean emergency, ConsentStanding... standings) {
        List<ConsentNews> news = new ArrayList<>();
        for (ConsentStanding standing : standings) {
            int version = news.size() + 1;
            news.add(new ConsentNews(
                    consent,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    version,
                    standing,
                    emergency && standing == GRANTED,
                    START.plusSeconds(seconds + version - 1)));
        }
        return news;
    }
}
