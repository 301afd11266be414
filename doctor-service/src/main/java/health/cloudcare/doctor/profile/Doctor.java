package health.cloudcare.doctor.profile;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "doctor")
@NullUnmarked
public class Doctor {

    enum Status {
        /** The account is not active yet; the registration may still be cancelled. */
        PROVISIONAL,
        REGISTERED,
        /** The account is gone, and everything personal with it. The id stays for the records that name it. */
        CLOSED
    }

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Nullable
    @Embedded
    private Person person;

    @Nullable
    @Embedded
    private Credentials credentials;

    @Nullable
    @Embedded
    private ContactDetails contact;

    @Nullable
    @Embedded
    private Practice practice;

    @Column(name = "created_at")
    private Instant createdAt;

    @Nullable
    @Column(name = "registered_at")
    private Instant registeredAt;

    @Nullable
    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Nullable
    @Column(name = "closed_at")
    private Instant closedAt;

    protected Doctor() {}

    public Doctor(UUID id, UUID accountId, DoctorDetails details, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.person = details.person();
        this.credentials = details.credentials();
        this.contact = details.contact();
        this.practice = details.practice();
        this.status = Status.PROVISIONAL;
        this.createdAt = now;
    }

    /** The account became active: from now on the registration cannot be cancelled. */
    public void completeRegistration(Instant at) {
        status = Status.REGISTERED;
        registeredAt = at;
    }

    /** Somebody vouched for this doctor; the first time counts. */
    public void verify(Instant at) {
        if (!isClosed() && verifiedAt == null) {
            verifiedAt = at;
        }
    }

    /** Blanks everything personal, which frees the licence for a new registration. */
    public void close(Instant at) {
        status = Status.CLOSED;
        closedAt = at;
        person = null;
        credentials = null;
        contact = null;
        practice = null;
    }

    public boolean isProvisional() {
        return status == Status.PROVISIONAL;
    }

    public boolean isClosed() {
        return status == Status.CLOSED;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    /** In upper case. */
    public @Nullable String licenseNo() {
        return credentials == null ? null : credentials.licenseNo();
    }

    @Nullable
    Person person() {
        return person;
    }

    @Nullable
    ContactDetails contact() {
        return contact;
    }

    @Nullable
    Practice practice() {
        return practice;
    }

    @Override
    public String toString() {
        return "Doctor " + id;
    }
}
