package health.cloudcare.patient.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
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
@Table(name = "patients")
@NullUnmarked
public class Patient {

    enum Status {
        /** The account is not active yet; the registration may still be cancelled. */
        PROVISIONAL,
        REGISTERED
    }

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Nullable
    @Column(name = "aadhaar_uid")
    private String aadhaarUid;

    @Embedded
    private PersonName name;

    @Nullable
    @Embedded
    private ContactDetails contact;

    @Nullable
    @Embedded
    private EmergencyContact emergencyContact;

    @Embedded
    private MedicalBasics medical;

    @Nullable
    @Embedded
    private Insurance insurance;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "created_at")
    private Instant createdAt;

    @Nullable
    @Column(name = "registered_at")
    private Instant registeredAt;

    @Nullable
    private String occupation;

    @Nullable
    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    protected Patient() {}

    /** @param aadhaarUid null when the patient signed up without an Aadhaar number */
    public Patient(UUID id, UUID accountId, @Nullable String aadhaarUid, PatientDetails details, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.aadhaarUid = aadhaarUid;
        this.name = details.name();
        this.contact = details.contact();
        this.emergencyContact = details.emergencyContact();
        this.medical = details.medical();
        this.insurance = details.insurance();
        this.timeZone = details.timeZone().getId();
        this.status = Status.PROVISIONAL;
        this.createdAt = now;
    }

    /** The account became active: from now on the registration cannot be cancelled. */
    public void completeRegistration(Instant at) {
        status = Status.REGISTERED;
        registeredAt = at;
    }

    void change(PatientDetails details, @Nullable String works, Instant at) {
        name = details.name();
        contact = details.contact();
        emergencyContact = details.emergencyContact();
        medical = details.medical();
        insurance = details.insurance();
        timeZone = details.timeZone().getId();
        occupation = works;
        updatedAt = at;
    }

    @Nullable
    String occupation() {
        return occupation;
    }

    long version() {
        return version;
    }

    public boolean isRegistered() {
        return status == Status.REGISTERED;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public @Nullable String aadhaarUid() {
        return aadhaarUid;
    }

    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    public PersonName name() {
        return name;
    }

    /** Hibernate reads an embedded value of nulls as null; so it does below. */
    public ContactDetails contact() {
        return contact == null ? ContactDetails.NONE : contact;
    }

    EmergencyContact emergencyContact() {
        return emergencyContact == null ? EmergencyContact.NONE : emergencyContact;
    }

    public MedicalBasics medical() {
        return medical;
    }

    /** In completed years where the patient lives; null when the day of birth is unknown. */
    public @Nullable Integer age(Instant now) {
        LocalDate born = medical.dateOfBirth();
        return born == null
                ? null
                : Period.between(born, LocalDate.ofInstant(now, timeZone())).getYears();
    }

    Insurance insurance() {
        return insurance == null ? Insurance.NONE : insurance;
    }

    @Override
    public String toString() {
        return "Patient " + id;
    }
}
