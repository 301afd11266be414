package health.cloudcare.doctor.profile;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

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

    /** Documented, for whoever says nothing else. */
    private static final int PATIENTS_PER_DAY = 10;

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

    @Column(name = "max_patients_per_day")
    private int maxPatientsPerDay;

    @Version
    private long version;

    @Nullable
    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "search_name")
    private String searchName;

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
        this.maxPatientsPerDay = PATIENTS_PER_DAY;
        this.searchName = "";
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

    void change(DoctorDetails details, Instant at) {
        person = details.person();
        credentials = details.credentials();
        contact = details.contact();
        practice = details.practice();
        updatedAt = at;
    }

    /** Whether patients may find this doctor: somebody vouched for them. */
    boolean isFindable() {
        return status == Status.REGISTERED && verifiedAt != null;
    }

    void foundAs(String name) {
        searchName = name;
    }

    /** Blanks everything personal, which frees the licence for a new registration. */
    public void close(Instant at) {
        status = Status.CLOSED;
        closedAt = at;
        person = null;
        credentials = null;
        contact = null;
        practice = null;
        searchName = "";
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

    /** Of whoever is not closed, as all below. */
    Person person() {
        return Objects.requireNonNull(person);
    }

    Credentials credentials() {
        return Objects.requireNonNull(credentials);
    }

    ContactDetails contact() {
        return Objects.requireNonNull(contact);
    }

    Practice practice() {
        return Objects.requireNonNull(practice);
    }

    boolean isVerified() {
        return verifiedAt != null;
    }

    boolean isRegistered() {
        return status == Status.REGISTERED;
    }

    int maxPatientsPerDay() {
        return maxPatientsPerDay;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }

    @Override
    public String toString() {
        return "Doctor " + id;
    }
}
