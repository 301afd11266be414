package health.cloudcare.patient.aadhaar;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Keeps Aadhaar numbers encrypted and finds patients by them. Outside the vault only the UID is known. */
@ApplicationScoped
public class AadhaarVault {

    private final AadhaarCipher cipher;
    private final Clock clock;

    AadhaarVault(AadhaarCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    public String uid(AadhaarNumber number) {
        return cipher.uid(number);
    }

    /** Within the caller's transaction. One number belongs to one patient: the table's key sees to it. */
    public Uni<Void> store(AadhaarNumber number, UUID patientId) {
        VaultEntry entry =
                new VaultEntry(cipher.uid(number), patientId, cipher.seal(number, patientId), clock.instant());
        return Panache.getSession().chain(session -> session.persist(entry));
    }

    public Uni<Optional<UUID>> patientWith(AadhaarNumber number) {
        return Panache.getSession()
                .chain(session -> session.find(VaultEntry.class, cipher.uid(number)))
                .map(entry -> Optional.ofNullable(entry).map(found -> found.patientId));
    }
}
