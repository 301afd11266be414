package health.cloudcare.doctor.affiliation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.UuidV7;

/** A doctor says that they work for a hospital. It is a claim until somebody confirms it. */
@Entity
@Table(name = "affiliation")
@NullUnmarked
public class Affiliation {

    @Id
    private UUID id;

    @Column(name = "doctor_id")
    private UUID doctorId;

    @Column(name = "hospital_id")
    private UUID hospitalId;

    @Nullable
    @Column(name = "hospital_code")
    private String hospitalCode;

    @Column(name = "is_primary")
    private boolean primary;

    private boolean confirmed;

    @Column(name = "joined_at")
    private Instant joinedAt;

    protected Affiliation() {}

    private Affiliation(
            UUID doctorId, UUID hospitalId, @Nullable String hospitalCode, boolean primary, Instant joinedAt) {
        this.id = UuidV7.at(joinedAt);
        this.doctorId = doctorId;
        this.hospitalId = hospitalId;
        this.hospitalCode = hospitalCode;
        this.primary = primary;
        this.joinedAt = joinedAt;
    }

    /**
     * The hospital named at signup.
     *
     * @param hospitalCode as the doctor entered it
     */
    public static Affiliation claimedAtSignup(
            UUID doctorId, UUID hospitalId, @Nullable String hospitalCode, Instant now) {
        return new Affiliation(doctorId, hospitalId, hospitalCode, true, now);
    }

    public void confirm() {
        confirmed = true;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public UUID hospitalId() {
        return hospitalId;
    }

    @Override
    public String toString() {
        return "Affiliation " + id;
    }
}
