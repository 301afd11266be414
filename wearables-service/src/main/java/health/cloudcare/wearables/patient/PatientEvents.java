package health.cloudcare.wearables.patient;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientProfileUpdated;
import health.cloudcare.contracts.PatientRegistered;

/** Keeps {@link Patients} up to date. */
@ApplicationScoped
class PatientEvents {
    private final Patients patients;

    PatientEvents(Patients patients) {
        this.patients = patients;
    }

    @Incoming("patients")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return switch (type(record)) {
            case PatientRegistered.TYPE -> {
                PatientRegistered event = EventJson.read(record.value(), PatientRegistered.class);
                yield patients.remember(event.patientId(), event.timeZone());
            }
            case PatientProfileUpdated.TYPE -> {
                PatientProfileUpdated event = EventJson.read(record.value(), PatientProfileUpdated.class);
                yield patients.remember(event.patientId(), event.timeZone());
            }
            default -> Uni.createFrom().voidItem();
        };
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    }
}
