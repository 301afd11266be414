package health.cloudcare.patient.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentExpired;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientErased;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.AccountTopic.send;
import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.consent.ConsentCalls.AT_ONCE;
import static health.cloudcare.patient.consent.ConsentCalls.PATH;
import static health.cloudcare.patient.consent.ConsentCalls.answer;
import static health.cloudcare.patient.consent.ConsentCalls.answered;
import static health.cloudcare.patient.consent.ConsentCalls.as;
import static health.cloudcare.patient.consent.ConsentCalls.asked;
import static health.cloudcare.patient.consent.ConsentCalls.delete;
import static health.cloudcare.patient.consent.ConsentCalls.letExpire;
import static health.cloudcare.patient.consent.ConsentCalls.list;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class ConsentEventsTest {

    private static final Map<String, Class<? extends Event>> TYPES = Map.of(
            ConsentRequested.TYPE, ConsentRequested.class,
            ConsentGranted.TYPE, ConsentGranted.class,
            ConsentDenied.TYPE, ConsentDenied.class,
            ConsentRevoked.TYPE, ConsentRevoked.class,
            ConsentExpired.TYPE, ConsentExpired.class);

    @Inject
    ConsentExpiry expiry;

    @Test
    void tellsEveryTransitionOnceAndInOrder() {
        NewPatient patient = aPatient().registered();
        UUID doctor = UUID.randomUUID();
        String consent = asked(doctor, patient, Map.of());
        asked(doctor, patient, Map.of());
        answer(patient, consent, "REVOKED").then().statusCode(409);
        Instant end = Instant.parse(answer(
                        patient,
                        consent,
                        Map.of(
                                "status", "APPROVED",
                                "categories", List.of("WEARABLES"),
                                "metrics", List.of("steps"),
                                "data_from", "2025-01-01",
                                "resolution", "HOURLY",
                                "max_reads", 3,
                                "reads_per", "WEEK"))
                .then()
                .statusCode(200)
                .extract()
                .path("expires_at"));
        answer(patient, consent, "APPROVED").then().statusCode(409);
        answered(patient, consent, "REVOKED");

        List<Event> told = toldOf(patient);

        UUID id = UUID.fromString(consent);
        UUID patientId = patient.patientId();
        assertThat(told)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("eventId", "occurredAt")
                .containsExactly(
                        new ConsentRequested(end, patientId, id, 1, doctor, null),
                        new ConsentGranted(
                                end,
                                patientId,
                                id,
                                2,
                                doctor,
                                null,
                                List.of("WEARABLES"),
                                List.of("steps"),
                                LocalDate.of(2025, 1, 1),
                                null,
                                "HOURLY",
                                end,
                                3,
                                "WEEK",
                                "VIEW",
                                "DATA_ACCESS"),
                        new ConsentRevoked(end, patientId, id, 3, doctor, null));
    }

    @Test
    void tellsARefusal() {
        NewPatient patient = aPatient().registered();
        String consent = asked(patient);
        answered(patient, consent, "DENIED");
        delete(patient, consent).then().statusCode(200);

        assertThat(toldOf(patient)).extracting(Event::type).containsExactly(ConsentRequested.TYPE, ConsentDenied.TYPE);
    }

    @Test
    void tellsThatTimeIsUpOnceHoweverManyLookForIt() {
        NewPatient patient = aPatient().registered();
        String pending = asked(patient);
        String approved = asked(patient);
        answered(patient, approved, "APPROVED");
        String denied = asked(patient);
        answered(patient, denied, "DENIED");
        int copies = 2 * ExpiryBatch.SIZE + 7;
        copy(pending, copies);
        Tables.change(
                "UPDATE consents SET expires_at = now() - interval '1 second' WHERE patient_id = ?",
                patient.patientId());

        Stream.generate(() -> CompletableFuture.runAsync(this::tellAll, AT_ONCE))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        tellAll();

        Tables.awaitTrue(
                "SELECT count(*) = 0 FROM consents WHERE patient_id = ? AND status <> 'DENIED' AND expired_at IS NULL",
                patient.patientId());
        List<ConsentExpired> told = toldOf(patient).stream()
                .filter(ConsentExpired.class::isInstance)
                .map(ConsentExpired.class::cast)
                .toList();
        assertThat(told)
                .hasSize(copies + 2)
                .extracting(ConsentExpired::consentId)
                .doesNotHaveDuplicates();
        assertThat(told)
                .filteredOn(event -> event.consentId().toString().equals(approved))
                .extracting(ConsentExpired::version)
                .containsExactly(3);
        assertThat(told).extracting(ConsentExpired::consentId).doesNotContain(UUID.fromString(denied));
    }

    @Test
    void tellsTheExpiryOfWhatIsDeletedOrAskedForAnewToo() {
        NewPatient patient = aPatient().registered();
        UUID doctor = UUID.randomUUID();
        String lapsed = asked(doctor, patient, Map.of());
        letExpire(lapsed);
        asked(doctor, patient, Map.of());
        tellAll();
        delete(patient, lapsed).then().statusCode(200);
        String deleted = asked(patient);
        letExpire(deleted);
        delete(patient, deleted).then().statusCode(200);
        tellAll();

        assertThat(toldOf(patient))
                .filteredOn(ConsentExpired.class::isInstance)
                .extracting(event -> ((ConsentExpired) event).consentId().toString())
                .containsExactly(lapsed, deleted);
    }

    @Test
    void anErasedPatientsConsentsEndBeforeTheyGo() {
        NewPatient patient = aPatient().registered();
        String pending = asked(patient);
        String approved = asked(patient);
        answered(patient, approved, "APPROVED");
        answered(patient, asked(patient), "DENIED");
        answered(patient, asked(patient), "APPROVED", "REVOKED");

        send(patient.accountDeleted());

        try (KafkaRecords records = KafkaRecords.of(Topic.PATIENT, Topic.CONSENT)) {
            records.await(withKey(patient.patientId().toString()).and(KafkaRecords.withType(PatientErased.TYPE)));
            List<ConsentRevoked> revoked = records
                    .await(withKey(patient.patientId().toString()).and(KafkaRecords.withType(ConsentRevoked.TYPE)), 3)
                    .stream()
                    .map(record -> EventJson.read(record.value(), ConsentRevoked.class))
                    .toList();
            assertThat(revoked).hasSize(3);
            assertThat(revoked.subList(1, 3))
                    .extracting(event -> event.consentId() + " " + event.version())
                    .containsExactlyInAnyOrder(pending + " 2", approved + " 3");
        }
        assertThat(Tables.one(Long.class, "SELECT count(*) FROM consents WHERE patient_id = ?", patient.patientId()))
                .isZero();
    }

    @Test
    void anAdministratorOfALocalInstallationRemovesAll() {
        NewPatient patient = aPatient().registered();
        String approved = asked(patient);
        answered(patient, approved, "APPROVED");

        cleanUp(Tokens.doctor(UUID.randomUUID()), 403);
        cleanUp(Tokens.patient(patient.patientId()), 403);
        cleanUp(Tokens.service(), 403);
        as(Tokens.systemAdmin())
                .delete(PATH + "/cleanup/all")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));

        list(patient, "").then().statusCode(200).body("$", empty());
        assertThat(toldOf(patient))
                .extracting(Event::type)
                .containsExactly(ConsentRequested.TYPE, ConsentGranted.TYPE, ConsentRevoked.TYPE);
    }

    private static void cleanUp(String token, int refused) {
        as(token).delete(PATH + "/cleanup/all").then().spec(problem(refused, "ACCESS_DENIED"));
    }

    private void tellAll() {
        try {
            VertxContextSupport.subscribeAndAwait(expiry::tellAll);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** The same request by many other doctors. */
    private static void copy(String consent, int times) {
        Tables.change("""
                        INSERT INTO consents SELECT gen_random_uuid(), patient_id, gen_random_uuid(), hospital_id,
                               facility_name, request_type, description, purpose_code, purpose_text, categories, metrics,
                               data_from, data_to, resolution, access_mode, access_until, max_reads, reads_per, status,
                               requested_at, responded_at, expires_at, expired_at, version
                          FROM consents, generate_series(1, ?) WHERE id = ?
                        """, times, UUID.fromString(consent));
    }

    /** What the consent topic told of this patient before a request that is made now. */
    private static List<Event> toldOf(NewPatient patient) {
        String marker = asked(patient);
        try (KafkaRecords records = KafkaRecords.of(Topic.CONSENT)) {
            List<Event> told = records
                    .until(seen -> seen.stream()
                            .filter(withKey(patient.patientId().toString()))
                            .anyMatch(record -> KafkaRecords.text(record).contains(marker)))
                    .stream()
                    .filter(withKey(patient.patientId().toString()))
                    .<Event>map(ConsentEventsTest::event)
                    .toList();
            return told.subList(0, told.size() - 1);
        }
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        return EventJson.read(record.value(), TYPES.get(KafkaRecords.header(record, "ce_type")));
    }
}
