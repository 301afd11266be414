package health.cloudcare.patient.aadhaar;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "aadhaar_vault")
@NullUnmarked
class VaultEntry {

    @Id
    String uid;

    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "key_version")
    int keyVersion;

    byte[] nonce;
    byte[] ciphertext;

    @Column(name = "created_at")
    Instant createdAt;

    protected VaultEntry() {}

    VaultEntry(String uid, UUID patientId, AadhaarCipher.Sealed sealed, Instant now) {
        this.uid = uid;
        this.patientId = patientId;
        this.keyVersion = sealed.keyVersion();
        this.nonce = sealed.nonce();
        this.ciphertext = sealed.ciphertext();
        this.createdAt = now;
    }

    @Override
    public String toString() {
        return "VaultEntry of patient " + patientId;
    }
}
