package health.cloudcare.benchmarks.revocation;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.cloudcare.benchmarks.stack.TokenIssuer;

/** A patient or a doctor, with a token. */
record Holder(UUID id, String token) {
    static Holder patient(UUID id, TokenIssuer issuer) throws GeneralSecurityException {
        return new Holder(id, issuer.patient(id));
    }

    static List<Holder> patients(int count, TokenIssuer issuer) throws GeneralSecurityException {
        List<Holder> patients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            patients.add(patient(UUID.randomUUID(), issuer));
        }
        return patients;
    }

    static List<Holder> doctors(int count, TokenIssuer issuer) throws GeneralSecurityException {
        List<Holder> doctors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            doctors.add(new Holder(id, issuer.doctor(id)));
        }
        return doctors;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
