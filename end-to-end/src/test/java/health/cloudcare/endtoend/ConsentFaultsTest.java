package health.cloudcare.endtoend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.suite.Pause;
import health.cloudcare.endtoend.suite.Stores;
import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.Topics;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.PatientClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What goes wrong between a patient's word and the services that must heed it. Nothing that was withdrawn is open in between,
 * and in the end all agree with patient-service.
 */
@WithSuite
@Order(5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentFaultsTest {

    private static final int FLOWING = 10;
    private static final int UNAVAILABLE = 503;
    private static final String STALENESS = "cloudcare_consent_projection_staleness_seconds";
    private static final String UNREADABLE = "cloudcare_consent_projection_unreadable";
    private static final double TOO_OLD_SECONDS = 1.0;
    private static final List<ConsentedRead> PROJECTED = Stream.of(ConsentedRead.values())
            .filter(ConsentedRead::isByProjection)
            .toList();

    private final Suite suite;
    private final Gateway gateway;
    private final Topics topics;
    private final List<SignedIn> doctors = new ArrayList<>();
    private final Stores stores;
    private SignedIn hospital;
    private SignedIn patient;
    private SignedIn trusted;
    private SignedIn fickle;
    private RefusedReader refused;

    ConsentFaultsTest(Suite suite) {
        this.suite = suite;
        this.gateway = suite.gateway();
        this.topics = suite.topics();
        this.stores = suite.stores();
    }

    @BeforeAll
    void doctorsWithAndWithoutConsent() {
        hospital = Hospitals.verified(suite);
        patient = SignedIn.newPatient(gateway);
        trusted = doctor();
        fickle = doctor();
        SignedIn dismissed = doctor();
        Consents.revoke(patient, Consents.granted(patient, dismissed)).expect(200);
        Consents.granted(patient, trusted);
        Consents.admit(hospital, patient);
        awaitAgreement();
        refused = new RefusedReader(dismissed, patient.profileId());
    }

    @AfterEach
    void nothingWithdrawnWasShownAndAllAgree() {
        awaitAgreement();
        assertThat(refused.granted()).isEmpty();
        for (ConsentedRead read : ConsentedRead.values()) {
            assertThat(refused.refusals(read)).as("refusals of " + read).isPositive();
        }
    }

    @AfterAll
    void stopReading() {
        refused.close();
    }

    /** Started again, one has to read all consents before it knows any, and one goes on where it was in its lists. */
    @Test
    void servicesAreKilledWhileConsentsChange() {
        List<String> killed = List.of(Suite.DOCTOR, Suite.WEARABLES);
        try (FickleConsent consent = new FickleConsent(patient, fickle)) {
            await().atMost(Imports.PATIENCE).until(() -> consent.withdrawals() > FLOWING);
            Map<String, Integer> restarts =
                    killed.stream().collect(Collectors.toMap(service -> service, suite::restarts));
            killed.forEach(suite::kill);
            restarts.forEach((service, before) -> suite.awaitRestartAfter(before, service));
            int looks = consent.looks();
            await().atMost(Imports.PATIENCE).until(() -> consent.looks() > looks);

            assertThat(consent.shownTooLate()).isEmpty();
        }
    }

    @Test
    void eventsComeAgainAndOldOnesAfterNewOnes() {
        List<ConsumerRecord<String, byte[]>> told = toldOf(patient);

        topics.repeat(told);
        topics.repeat(backwards(told));

        awaitTakenIn();
    }

    /** The news of an erasure and that of consents are in topics of their own, and may come in any order. */
    @Test
    void consentsOfAnErasedPatientDoNotComeBack() {
        SignedIn leaving = SignedIn.newPatient(gateway);
        Consents.granted(leaving, trusted);
        awaitAll(trusted, leaving, 200);
        awaitListed(trusted, leaving, List.of("t"));
        List<ConsumerRecord<String, byte[]>> told = toldOf(leaving);

        gateway.delete(PatientClient.ME, leaving.token()).expect(200);
        awaitAll(trusted, leaving, 404);
        awaitListed(trusted, leaving, List.of());
        topics.repeat(told);
        topics.repeat(backwards(told));

        awaitTakenIn();
        assertAll(trusted, leaving, 404);
        awaitListed(trusted, leaving, List.of());
    }

    @Test
    void whatCannotBeReadMayHaveBeenAWithdrawal() {
        SignedIn other = SignedIn.newPatient(gateway);
        Consents.granted(other, trusted);
        SignedIn doubted = SignedIn.newPatient(gateway);
        String consent = Consents.granted(doubted, trusted);
        awaitAll(trusted, doubted, 200);
        Map<ConsentedRead, Double> before = metric(UNREADABLE);

        topics.put(Topics.CONSENTS, doubted.profileId().toString(), "consent.revoked", "{\"consent");

        await("the services came across it")
                .atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .untilAsserted(() -> assertThat(metric(UNREADABLE))
                        .allSatisfy((read, count) -> assertThat(count).isGreaterThan(before.get(read))));
        // patient-service, which is asked instead, knows that it was none
        assertAll(trusted, doubted, 200);
        Consents.revoke(doubted, consent).expect(200);
        // and needs no event to know of one
        assertAll(trusted, doubted, 403);
        awaitListed(trusted, doubted, List.of("f"));
        awaitAll(trusted, other, 200);
        assertThat(topics.read(Topics.CONSENTS + ".dlq"))
                .extracting(ConsumerRecord::key)
                .contains(doubted.profileId().toString());
    }

    @Test
    void nobodyIsShownAnythingWhileTheBrokerStandsStill() {
        List<Callable<Integer>> requests = new ArrayList<>();
        for (ConsentedRead read : ConsentedRead.values()) {
            requests.add(() -> read.by(trusted, patient.profileId()).status());
            // the owner needs no consent, but what they do cannot be put on the audit trail
            requests.add(() -> read.by(patient, patient.profileId()).status());
        }
        String consent = Consents.openTo(patient, trusted).getFirst();
        requests.add(() -> Consents.revoke(patient, consent).status());

        List<Integer> answers;
        Pause pause = suite.pause(Suite.BROKER);
        try {
            await("the proofs of the services are too old")
                    .atMost(Imports.PATIENCE)
                    .until(() -> metric(STALENESS).values().stream().allMatch(age -> age > TOO_OLD_SECONDS));
            answers = Together.all(requests);
        } finally {
            pause.close();
        }

        assertThat(answers).containsOnly(UNAVAILABLE);
        assertThat(Consents.openTo(patient, trusted)).contains(consent);
        awaitAll(trusted, patient, 200);
    }

    private SignedIn doctor() {
        SignedIn doctor = Hospitals.verifiedDoctorOf(hospital);
        doctors.add(doctor);
        return doctor;
    }

    private List<ConsumerRecord<String, byte[]>> toldOf(SignedIn somebody) {
        String key = somebody.profileId().toString();
        return topics.read(Topics.CONSENTS).stream()
                .filter(record -> record.key().equals(key))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> backwards(List<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> backwards = new ArrayList<>(records);
        Collections.reverse(backwards);
        return backwards;
    }

    /** Everybody who follows the consents has seen what is in their topic by now. */
    private void awaitTakenIn() {
        long now = System.nanoTime();
        await("the projections are newer").atMost(Imports.PATIENCE).until(() -> {
            double elapsed = (System.nanoTime() - now) / 1e9;
            return metric(STALENESS).values().stream().allMatch(age -> age < elapsed);
        });
        for (String follower : List.of("doctor-service", "hospital-admissions")) {
            await(follower + " has dealt with all events")
                    .atMost(Imports.PATIENCE)
                    .until(() -> topics.isDealtWith(Topics.CONSENTS, follower));
        }
    }

    /** Each service answers as patient-service would, and so do the lists that follow from consents. */
    private void awaitAgreement() {
        for (SignedIn doctor : doctors) {
            boolean open = !Consents.openTo(patient, doctor).isEmpty();
            awaitAll(doctor, patient, open ? 200 : 403);
            awaitOnTheList(doctor, open);
        }
        assertThat(Consents.openTo(patient, hospital)).hasSize(1);
        awaitAll(hospital, patient, 200);
        await("the patient is in the hospital").atMost(Imports.PATIENCE).until(() -> stores.select(
                        "hospital",
                        "SELECT status FROM admission WHERE hospital_id = ? AND patient_id = ?",
                        hospital.profileId(),
                        patient.profileId())
                .equals(List.of("ADMITTED")));
    }

    /** A doctor who never asked has no row. */
    private void awaitOnTheList(SignedIn doctor, boolean open) {
        await("the doctor's list is open to the patient: " + open)
                .atMost(Imports.PATIENCE)
                .until(() -> listed(doctor, patient).contains("t") == open);
    }

    /** @param open whether the patient's row of the doctor's list is: true, false, or nothing for no row */
    private void awaitListed(SignedIn doctor, SignedIn patient, List<String> open) {
        await("the row of the doctor's list is open: " + open)
                .atMost(Imports.PATIENCE)
                .until(() -> listed(doctor, patient).equals(open));
    }

    private List<String> listed(SignedIn doctor, SignedIn patient) {
        return stores.select(
                "doctor",
                "SELECT status <> 'LOCKED' FROM doctor_patient WHERE doctor_id = ? AND patient_id = ?",
                doctor.profileId(),
                patient.profileId());
    }

    private static void awaitAll(SignedIn doctor, SignedIn patient, int status) {
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .untilAsserted(() -> assertAll(doctor, patient, status));
    }

    private static void assertAll(SignedIn doctor, SignedIn patient, int status) {
        assertThat(ConsentedRead.values()).allSatisfy(read -> assertThat(
                        read.by(doctor, patient.profileId()).status())
                .isEqualTo(status));
    }

    private Map<ConsentedRead, Double> metric(String name) {
        Pattern line = Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE);
        return PROJECTED.stream().collect(Collectors.toMap(read -> read, read -> {
            Matcher value = line.matcher(
                    suite.directly(read.service()).get("/q/metrics").expect(200).text());
            assertThat(value.find()).as(name + " of " + read.service()).isTrue();
            return Double.valueOf(value.group(1));
        }));
    }
}
