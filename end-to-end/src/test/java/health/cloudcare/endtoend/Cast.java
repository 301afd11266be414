package health.cloudcare.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewDoctor;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;

import static org.awaitility.Awaitility.await;

/** The people and hospitals of the authorization matrix, each in its relation to one patient, and what they ask about. */
final class Cast {

    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Map<Relation, Map<String, ?>> NARROWINGS = Map.of(
            Relation.STEPS,
            Map.of("categories", List.of("WEARABLES"), "metrics", List.of("steps"), "resolution", "DAILY"),
            Relation.NOTES,
            Map.of("categories", List.of("NOTES", "DOCUMENTS")),
            Relation.PLANS,
            Map.of("categories", List.of("APPOINTMENTS", "DOCUMENTS")));

    private final Suite suite;
    private final Gateway gateway;
    private final NewPatient person = NewPatient.invent();
    private final Map<Relation, SignedIn> people = new EnumMap<>(Relation.class);
    private final Map<Relation, String> consents = new EnumMap<>(Relation.class);
    private final SignedIn stranger;
    private final SignedIn asker;

    Cast(Suite suite) {
        this.suite = suite;
        this.gateway = suite.gateway();
        people.put(Relation.SELF, SignedIn.signedUp(gateway, person));
        people.put(Relation.OTHER, SignedIn.newPatient(gateway));
        stranger = SignedIn.newPatient(gateway);
        inventHospitals();
        inventDoctors();
        asker = Hospitals.verifiedDoctorOf(of(Relation.ADMITTING));
        giveConsents();
        comeAndGo();
        sendReadings();
        awaitConsentsEverywhere();
    }

    SignedIn of(Relation relation) {
        return people.get(relation);
    }

    SignedIn stranger() {
        return stranger;
    }

    /** A doctor who asks for consents that are needed once. */
    SignedIn asker() {
        return asker;
    }

    Suite suite() {
        return suite;
    }

    /** Another session of the patient's. */
    SignedIn spareSession() {
        return SignedIn.loggedIn(gateway, person);
    }

    String consentOf(Relation doctor) {
        return consents.get(doctor);
    }

    private void inventHospitals() {
        List<Relation> relations = List.of(Relation.ADMITTING, Relation.ELSEWHERE, Relation.LEFT);
        // the administrator signs in once
        suite.administratorToken();
        enter(relations, relation -> Hospitals.verified(suite));
    }

    private void inventDoctors() {
        SignedIn hospital = of(Relation.ADMITTING);
        List<Relation> relations = Stream.of(Relation.values())
                .filter(relation -> relation.hasRole("DOCTOR"))
                .toList();
        enter(
                relations,
                relation -> relation == Relation.UNVERIFIED
                        ? Hospitals.doctorOf(hospital, NewDoctor.invent())
                        : Hospitals.verifiedDoctorOf(hospital));
    }

    private void enter(List<Relation> relations, Function<Relation, SignedIn> entrance) {
        List<Callable<SignedIn>> tasks = relations.stream()
                .map(relation -> (Callable<SignedIn>) () -> entrance.apply(relation))
                .toList();
        List<SignedIn> entered = Together.all(tasks);
        for (int i = 0; i < relations.size(); i++) {
            people.put(relations.get(i), entered.get(i));
        }
    }

    private void giveConsents() {
        SignedIn patient = of(Relation.SELF);
        Consents.requested(of(Relation.PENDING), patient.profileId());
        Consents.breakGlass(of(Relation.EMERGENCY), patient.profileId()).expect(201);
        Instant soon = Instant.now().plus(SHORT).truncatedTo(ChronoUnit.MILLIS);
        consents.put(
                Relation.EXPIRED,
                Consents.granted(patient, of(Relation.EXPIRED), Map.of("expires_at", soon.toString())));
        consents.put(Relation.REVOKED, Consents.granted(patient, of(Relation.REVOKED)));
        Consents.revoke(patient, consentOf(Relation.REVOKED)).expect(200);
        NARROWINGS.forEach(
                (relation, narrowing) -> consents.put(relation, Consents.granted(patient, of(relation), narrowing)));
    }

    private void comeAndGo() {
        SignedIn patient = of(Relation.SELF);
        for (Relation hospital : List.of(Relation.LEFT, Relation.ADMITTING)) {
            consents.put(hospital, Consents.admit(of(hospital), patient));
        }
        await("the hospital knows of the admission")
                .atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> Consents.discharge(of(Relation.LEFT), patient).status() == 200);
    }

    private void sendReadings() {
        Map<String, Object> steps = Map.of(
                "type",
                "steps",
                "value",
                100,
                "timestamp",
                Instant.now().minusSeconds(60).toString());
        of(Relation.SELF)
                .post(PatientClient.SYNC, Map.of("device_id", "watch-" + UUID.randomUUID(), "metrics", List.of(steps)))
                .expect(200);
    }

    /** A patient's consents are told in the order in which they were given, so the last of them tells of all. */
    private void awaitConsentsEverywhere() {
        SignedIn patient = of(Relation.SELF);
        awaitEverywhere(Relation.LEFT, 403);
        consents.put(Relation.FULL, Consents.granted(patient, of(Relation.FULL)));
        awaitEverywhere(Relation.FULL, 200);
        awaitEverywhere(Relation.ADMITTING, 200);
        awaitEverywhere(Relation.EXPIRED, 403);
    }

    private void awaitEverywhere(Relation relation, int status) {
        UUID patientId = of(Relation.SELF).profileId();
        for (ConsentedRead read : ConsentedRead.values()) {
            await(relation + " is answered " + status + " to " + read)
                    .atMost(Imports.PATIENCE)
                    .pollInterval(Imports.LOOK)
                    .until(() -> read.by(of(relation), patientId).status() == status);
        }
    }
}
