package health.cloudcare.doctor.emergency;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.EmergencyAccessOpened;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.doctor.ConsentStory;
import health.cloudcare.doctor.DoctorTables;
import health.cloudcare.doctor.FakePatientService;
import health.cloudcare.doctor.NewDoctor;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;

import static health.cloudcare.doctor.AccountStory.registered;
import static health.cloudcare.doctor.AccountStory.tell;
import static health.cloudcare.doctor.AccountStory.verified;
import static health.cloudcare.doctor.ConsentStory.aConsent;
import static health.cloudcare.doctor.NewDoctor.aDoctor;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(FakePatientService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class EmergencyNoticesTest {

    @Inject
    DoctorTables tables;

    @Test
    void tellsTheHospitalsOfTheDoctorOnce() {
        NewDoctor doctor = aDoctor().registered();
        tell(registered(doctor), verified(doctor));
        Awaitility.await().untilAsserted(() -> assertThat(tables.affiliation(doctor.doctorId()))
                .containsEntry("standing", "ACTIVE"));
        UUID patient = UUID.randomUUID();
        ConsentStory emergency = aConsent(patient, doctor.doctorId());
        ConsentStory next = aConsent(patient, doctor.doctorId());

        tell(emergency.emergency(), emergency.emergency(), next.emergency());

        List<EmergencyAccessOpened> told = told(doctor.doctorId(), 2);
        assertThat(told)
                .extracting(EmergencyAccessOpened::consentId)
                .containsExactly(emergency.consentId(), next.consentId());
        ConsentGranted first = emergency.emergency();
        assertThat(told.getFirst())
                .usingRecursiveComparison()
                .ignoringFields("eventId")
                .isEqualTo(new EmergencyAccessOpened(
                        first.occurredAt(),
                        doctor.doctorId(),
                        patient,
                        first.consentId(),
                        List.of(doctor.hospitalId()),
                        first.expiresAt()));
        assertThat(tables.patientOf(doctor.doctorId())).isEmpty();
    }

    @Test
    void tellsTheHospitalThatAnUnconfirmedDoctorClaims() {
        NewDoctor doctor = aDoctor().registered();

        tell(aConsent(UUID.randomUUID(), doctor.doctorId()).emergency());

        assertThat(told(doctor.doctorId(), 1).getFirst().hospitalIds()).containsExactly(doctor.hospitalId());
    }

    @Test
    void anOrdinaryConsentIsNoEmergency() {
        UUID doctor = UUID.randomUUID();
        ConsentStory consent = aConsent(UUID.randomUUID(), doctor);
        ConsentStory emergency = aConsent(consent.patientId(), doctor);

        tell(consent.requested(), consent.granted(), emergency.emergency());

        EmergencyAccessOpened told = told(doctor, 1).getFirst();
        assertThat(told.consentId()).isEqualTo(emergency.consentId());
        assertThat(told.hospitalIds()).isEmpty();
    }

    private static List<EmergencyAccessOpened> told(UUID doctor, int count) {
        try (KafkaRecords records = KafkaRecords.of(Topic.DOCTOR)) {
            return records.await(withKey(doctor.toString()).and(withType(EmergencyAccessOpened.TYPE)), count).stream()
                    .map(ConsumerRecord::value)
                    .map(data -> EventJson.read(data, EmergencyAccessOpened.class))
                    .toList();
        }
    }
}
