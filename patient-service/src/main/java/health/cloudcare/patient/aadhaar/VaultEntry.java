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
        this.createdAt = now;
        reseal(sealed);
    }

    AadhaarCipher.Sealed sealed() {
        return new AadhaarCipher.Sealed(keyVersion, nonce, ciphertext);
    }

    /** The same number under another key. */
    void reseal(AadhaarCipher.Sealed sealed) {
        keyVersion = sealed.keyVersion();
        nonce = sealed.nonce();
        ciphertext = sealed.ciphertext();
    }

    @Override
    public String toString() {
        return "VaultEntry of patient " + patientId;
    }
}
