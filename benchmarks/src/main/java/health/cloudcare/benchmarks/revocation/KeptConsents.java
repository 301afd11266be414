package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.cloudcare.benchmarks.load.Connection;
import health.cloudcare.benchmarks.load.Requests;
import health.cloudcare.benchmarks.readings.Density;
import health.cloudcare.benchmarks.readings.Encoded;
import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.readings.Upload;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WearablesStore;

/** Patients with something to read, each with a doctor whose consent stays. */
final class KeptConsents {
    private static final int DAYS = 3;
    private static final int ENTRIES = 5;
    private static final Duration LOAD_LIMIT = Duration.ofSeconds(60);

    private KeptConsents() {}

    static List<Consent> give(int count, ConsentStack stack, SignUps signUps, TokenIssuer issuer, Clock clock)
            throws Exception {
        Instant now = clock.instant();
        List<Holder> patients = new ArrayList<>();
        List<Upload> uploads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Person person = new Person(5_000 + i, Density.SPARING);
            patients.add(Holder.patient(person.id(), issuer));
            uploads.addAll(person.uploads(DAYS, now));
        }
        signUps.signUp(patients);
        List<Holder> doctors = Holder.doctors(count, issuer);
        List<Consent> consents = new ArrayList<>();
        try (Connection gateway = Connection.open(stack.gateway().port())) {
            for (int i = 0; i < count; i++) {
                Consent consent = Consent.give(patients.get(i), doctors.get(i), gateway);
                for (PatientData data : PatientData.values()) {
                    consent.awaitOpen(data, gateway);
                }
                write(consent, gateway);
                consents.add(consent);
            }
        }
        load(Encoded.of(uploads, clock), stack);
        return List.copyOf(consents);
    }

    /** By the doctor and the patient. Files would hide in S3's time what a decision takes. */
    private static void write(Consent consent, Connection gateway) throws IOException {
        UUID patientId = consent.patient().id();
        for (int i = 1; i <= ENTRIES; i++) {
            gateway.exchange(
                    Requests.post(
                            PatientData.NOTES.pathOf(patientId),
                            consent.doctor().token(),
                            """
                    {"record_type":"CHECKUP","title":"Visit %d","description":"Blood pressure within the usual range."}\
                    """.formatted(i)),
                    Consent.PATIENCE);
            gateway.exchange(
                    Requests.post("/api/v1/documents/upload", consent.patient().token(), """
                    {"patient_id":"%s","title":"Report %d","description":"Brought along","record_type":"LAB_REPORT"}\
                    """.formatted(patientId, i)),
                    Consent.PATIENCE);
        }
    }

    private static void load(Encoded readings, ConsentStack stack) throws Exception {
        ReadingsTopic topic = new ReadingsTopic(stack.kafka().variable("CLOUDCARE_KAFKA_BOOTSTRAP"));
        topic.publish(readings.records());
        try (WearablesStore store = new WearablesStore(stack.mongo())) {
            store.awaitMerged(topic.end(), stack.service(PatientData.WEARABLES), LOAD_LIMIT);
        }
    }
}
