package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.ObjectMapper;

import health.cloudcare.benchmarks.load.Connection;
import health.cloudcare.benchmarks.load.Requests;

/** A consent that the doctor asked for and the patient gave: to everything, as documented. */
record Consent(Holder patient, Holder doctor, String id) {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final String PATH = "/api/v1/consents/";

    static Consent give(Holder patient, Holder doctor, Connection gateway) throws IOException {
        String asked = gateway.exchange(
                Requests.post(PATH + "request", doctor.token(), """
                {"patient_id":"%s","doctor_id":"%s","facility_name":"Dr. Bench","request_type":"DATA_ACCESS","expires_in_days":90}\
                """.formatted(patient.id(), doctor.id())), PATIENCE);
        var consent =
                new Consent(patient, doctor, JSON.readTree(asked).path("id").asText());
        gateway.exchange(consent.answer("APPROVED"), PATIENCE);
        return consent;
    }

    /** Services other than patient-service learn of it a moment later. */
    void awaitOpen(PatientData data, Connection gateway) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (gateway.exchangeAny(read(data)) != 200) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        data.service() + " has not heard of a consent within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    byte[] revocation() {
        return answer("REVOKED");
    }

    private byte[] answer(String status) {
        return Requests.patch(PATH + id, patient.token(), "{\"status\":\"" + status + "\"}");
    }

    /** The doctor's. */
    byte[] read(PatientData data) {
        return Requests.get(data.pathOf(patient.id()), doctor.token());
    }

    byte[] ownersRead(PatientData data) {
        return Requests.get(data.pathOf(patient.id()), patient.token());
    }

    @Override
    public String toString() {
        return id;
    }
}
