package health.cloudcare.hospital.profile;

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

/** A hospital. Its code is what people type, its id what systems use. */
@Entity
@Table(name = "hospital")
@NullUnmarked
public class Hospital {

    enum Status {
        /** The account is not active yet; the registration may still be cancelled. */
        PROVISIONAL,
        REGISTERED,
        /** The account is gone. The row stays for the records that name the hospital. */
        CLOSED
    }

    @Id
    private UUID id;

    /** Demo hospitals have none until auth-service registers one for them. */
    @Nullable
    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "active")
    private boolean active;

    @Column(name = "hospital_code")
    private String code;

    private String name;

    @Embedded
    private Licensing licensing;

    @Nullable
    @Embedded
    private ContactDetails contact;

    @Embedded
    private Address address;

    @Embedded
    private Capacity capacity;

    @Embedded
    private Supplies supplies;

    @Embedded
    private Offer offer;

    @Column(name = "search_text")
    private String searchText;

    /** Counts every change of the row, also those that statements make. */
    private long version;

    @Nullable
    @Column(name = "updated_at")
    private Instant updatedAt;

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

    protected Hospital() {}

    public Hospital(UUID id, UUID accountId, String code, HospitalDetails details, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.code = code;
        this.name = details.name();
        this.licensing = details.licensing();
        this.contact = details.contact();
        this.address = details.address();
        this.capacity = details.capacity();
        this.supplies = Supplies.NONE;
        this.offer = details.offer();
        this.searchText = HospitalNames.searchText(details.name(), code);
        this.status = Status.PROVISIONAL;
        this.active = true;
        this.createdAt = now;
    }

    /** The account became active: from now on the registration cannot be cancelled. */
    public void completeRegistration(Instant at) {
        status = Status.REGISTERED;
        registeredAt = at;
        version++;
    }

    /** For a hospital that was here before anybody had an account for it. */
    public void takeAccount(UUID account) {
        if (accountId == null) {
            accountId = account;
            version++;
        }
    }

    /** Somebody vouched for this hospital; the first time counts. */
    public void verify(Instant at) {
        if (!isClosed() && verifiedAt == null) {
            verifiedAt = at;
            version++;
        }
    }

    public void close(Instant at) {
        status = Status.CLOSED;
        active = false;
        closedAt = at;
        version++;
    }

    /** With the row locked, as admissions change it too. */
    void change(HospitalFields fields, Instant at) {
        name = fields.name();
        licensing = new Licensing(licensing.registrationNo(), licensing.licenseNo(), fields.accreditations());
        contact = fields.contact();
        address = fields.address();
        offer = fields.offer();
        searchText = HospitalNames.searchText(name, code);
        changed(at);
    }

    /** With the row locked, as admissions change it too. */
    public void equip(Capacity beds, Supplies others, Instant at) {
        capacity = beds;
        supplies = others;
        changed(at);
    }

    void index() {
        searchText = HospitalNames.searchText(name, code);
    }

    private void changed(Instant at) {
        version++;
        updatedAt = at;
    }

    public boolean isProvisional() {
        return status == Status.PROVISIONAL;
    }

    public boolean isClosed() {
        return status == Status.CLOSED;
    }

    public boolean mayBelongTo(UUID account) {
        return accountId == null || accountId.equals(account);
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Licensing licensing() {
        return licensing;
    }

    public Address address() {
        return address;
    }

    /** Hibernate reads an embedded value of nulls as null. */
    public ContactDetails contact() {
        return contact == null ? ContactDetails.NONE : contact;
    }

    public Capacity capacity() {
        return capacity;
    }

    public Supplies supplies() {
        return supplies;
    }

    public Offer offer() {
        return offer;
    }

    @Nullable
    UUID accountId() {
        return accountId;
    }

    public boolean isVerified() {
        return verifiedAt != null;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }

    @Override
    public String toString() {
        return "Hospital " + id;
    }
}
