package health.cloudcare.auth.account;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;

@Entity
@Table(name = "accounts")
@NullUnmarked
public class Account {

    public enum Status {
        /** Its signup is under way. */
        PENDING,
        /** Its signup failed somewhere; both sides are to be cleaned up, and it can never become active. */
        CANCELLING,
        ACTIVE
    }

    @Id
    private UUID id;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "display_name")
    private String displayName;

    @Nullable
    @Column(name = "patient_id")
    private UUID patientId;

    @Nullable
    @Column(name = "aadhaar_uid")
    private String aadhaarUid;

    @Column(name = "created_at")
    private Instant createdAt;

    @Nullable
    @Column(name = "activated_at")
    private Instant activatedAt;

    protected Account() {}

    /** A patient's account before patient-service has confirmed the profile. */
    public static Account pendingPatient(
            UUID id, UUID patientId, String email, String passwordHash, String displayName, Instant now) {
        Account account = new Account();
        account.id = id;
        account.patientId = patientId;
        account.email = email.strip();
        account.emailKey = key(email);
        account.passwordHash = passwordHash;
        account.displayName = displayName;
        account.role = Role.PATIENT;
        account.status = Status.PENDING;
        account.createdAt = now;
        return account;
    }

    static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** The other side has the profile. Only a signup still under way can succeed. */
    public void activate(String aadhaarUid, Instant now) {
        if (status != Status.PENDING) {
            throw new IllegalStateException("account " + id + " is " + status);
        }
        this.status = Status.ACTIVE;
        this.aadhaarUid = aadhaarUid;
        this.activatedAt = now;
    }

    /** From now on the signup can only be undone. */
    public void abandon() {
        if (status == Status.ACTIVE) {
            throw new IllegalStateException("account " + id + " is active");
        }
        status = Status.CANCELLING;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public boolean isPending() {
        return status == Status.PENDING;
    }

    public boolean isOlderThan(Instant moment) {
        return createdAt.isBefore(moment);
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Role role() {
        return role;
    }

    public String displayName() {
        return displayName;
    }

    public @Nullable UUID patientId() {
        return patientId;
    }

    public @Nullable String aadhaarUid() {
        return aadhaarUid;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public String toString() {
        return "Account " + id;
    }
}
