package health.cloudcare.doctor.affiliation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AffiliationChanged;
import health.cloudcare.contracts.UuidV7;

/** That a doctor works for a hospital, as far as the two agree. It stays when it has ended, so that its versions go on. */
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

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private int version;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Affiliation() {}

    private Affiliation(UUID doctorId, UUID hospitalId, Standing standing, Instant now) {
        this.id = UuidV7.at(now);
        this.doctorId = doctorId;
        this.hospitalId = hospitalId;
        this.standing = standing;
        this.version = 1;
        this.joinedAt = now;
        this.changedAt = now;
    }

    /**
     * The hospital named at signup.
     *
     * @param hospitalCode as the doctor entered it
     */
    public static Affiliation claimedAtSignup(
            UUID doctorId, UUID hospitalId, @Nullable String hospitalCode, Instant now) {
        Affiliation claim = new Affiliation(doctorId, hospitalId, Standing.CLAIMED, now);
        claim.hospitalCode = hospitalCode;
        claim.primary = true;
        return claim;
    }

    /** Nobody has said anything yet. */
    static Affiliation none(UUID doctorId, UUID hospitalId, Instant now) {
        Affiliation none = new Affiliation(doctorId, hospitalId, Standing.ENDED, now);
        none.version = 0;
        return none;
    }

    /**
     * Whether that changed anything.
     *
     * @param first of the doctor's hospitals
     */
    boolean claim(boolean first, Instant at) {
        return become(standing.saidByDoctor(), first, at);
    }

    boolean invite(Instant at) {
        return become(standing.saidByHospital(), primary, at);
    }

    boolean end(Instant at) {
        return become(Standing.ENDED, false, at);
    }

    /** Another one is the first. */
    boolean stepBack(Instant at) {
        return become(standing, false, at);
    }

    private boolean become(Standing next, boolean first, Instant at) {
        if (next == standing && first == primary) {
            return false;
        }
        if (standing == Standing.ENDED) {
            joinedAt = at;
        }
        standing = next;
        primary = first;
        changedAt = at;
        version++;
        return true;
    }

    AffiliationChanged event() {
        return new AffiliationChanged(changedAt, doctorId, hospitalId, standing.name(), primary, version);
    }

    /** Whether the doctor says so: what the app lists. */
    boolean isDoctors() {
        return standing == Standing.CLAIMED || standing == Standing.ACTIVE;
    }

    boolean isActive() {
        return standing == Standing.ACTIVE;
    }

    boolean isPrimary() {
        return primary;
    }

    Standing standing() {
        return standing;
    }

    UUID id() {
        return id;
    }

    UUID doctorId() {
        return doctorId;
    }

    public UUID hospitalId() {
        return hospitalId;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    @Override
    public String toString() {
        return "Affiliation " + id;
    }
}
