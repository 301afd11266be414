package health.cloudcare.auth.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;

/** Who may sign in, as what, and by which names. Its states are those of {@link Status}; it leaves by being deleted. */
@Entity
@Table(name = "accounts")
@NullUnmarked
public class Account {

    public enum Status {
        /** Its signup is under way between the services. */
        PENDING,
        /** Its signup waits for the code that proves an address or a phone. */
        UNVERIFIED,
        /** Its signup failed somewhere; both sides are to be cleaned up, and it can never become active. */
        CANCELLING,
        ACTIVE
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "display_name")
    private String displayName;

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    private Set<Identifier> identifiers = new HashSet<>();

    @Nullable
    @Column(name = "password_hash")
    private String passwordHash;

    /** Hibernate reads an embedded value of nulls as null. */
    @Nullable
    @Embedded
    private ProfileLink profile;

    @Nullable
    @Column(name = "mobile_no")
    private String mobileNo;

    @Nullable
    private String address;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Nullable
    @Column(name = "activated_at")
    private Instant activatedAt;

    @Nullable
    @Column(name = "pending_until")
    private Instant pendingUntil;

    @Nullable
    @Column(name = "last_login_at")
    private Instant lastLoginAt;

    @Nullable
    @Column(name = "vouched_at")
    private Instant vouchedAt;

    @Nullable
    @Column(name = "vouched_by")
    private UUID vouchedBy;

    @Nullable
    @Column(name = "locked_at")
    private Instant lockedAt;

    protected Account() {}

    /** Reserves the applicant's names while the service that owns the profile is asked for it. */
    public static Account pending(
            UUID id, UUID profileId, Applicant applicant, @Nullable String passwordHash, Instant now) {
        Account account = new Account();
        account.id = id;
        account.role = applicant.role();
        account.status = Status.PENDING;
        account.displayName = applicant.displayName();
        account.passwordHash = passwordHash;
        account.mobileNo = applicant.mobileNo();
        account.address = applicant.address();
        account.createdAt = now;
        account.updatedAt = now;
        account.profile = ProfileLink.of(applicant.role(), profileId, applicant.affiliation());
        applicant.identifiers().forEach((kind, value) -> account.addIdentifier(kind, value, now));
        UserIds.draw(account.role).ifPresent(userId -> account.addIdentifier(IdentifierKind.USER_ID, userId, now));
        return account;
    }

    /** An account that configuration provides, for which no profile is needed. */
    static Account provided(UUID id, Role role, String displayName, String email, String passwordHash, Instant now) {
        Account account = new Account();
        account.id = id;
        account.role = role;
        account.status = Status.ACTIVE;
        account.displayName = displayName;
        account.passwordHash = passwordHash;
        account.createdAt = now;
        account.updatedAt = now;
        account.activatedAt = now;
        account.addIdentifier(IdentifierKind.EMAIL, email, now);
        account.prove(IdentifierKind.EMAIL, now);
        return account;
    }

    /** The demo hospitals' accounts, whose profiles are there already and vouched for. */
    void administers(UUID hospital, String code, Instant now) {
        profile = ProfileLink.of(role, hospital, new Applicant.Affiliation(hospital, code));
        vouchFor(id, now);
    }

    public void addIdentifier(IdentifierKind kind, String value, Instant now) {
        identifiers.add(new Identifier(this, kind, value, now));
    }

    /** There is one name of a kind: it takes the place of the old one. */
    public void rename(IdentifierKind kind, String value, Instant now) {
        if (!kind.key(value).equals(keyOf(kind))) {
            removeIdentifier(kind, now);
            addIdentifier(kind, value, now);
        }
        updatedAt = now;
    }

    public void removeIdentifier(IdentifierKind kind, Instant now) {
        identifiers.removeIf(identifier -> identifier.kind() == kind);
        updatedAt = now;
    }

    private @Nullable String keyOf(IdentifierKind kind) {
        String value = value(kind);
        return value == null ? null : kind.key(value);
    }

    /** What its owner received a code at. */
    public void prove(IdentifierKind kind, Instant now) {
        identifiers.stream()
                .filter(identifier -> identifier.kind() == kind)
                .forEach(identifier -> identifier.prove(now));
    }

    /** What the service that owns the profile told. */
    public void learn(@Nullable String aadhaarUid, @Nullable String codeOfHospital, Instant now) {
        if (aadhaarUid != null && value(IdentifierKind.AADHAAR_UID) == null) {
            addIdentifier(IdentifierKind.AADHAAR_UID, aadhaarUid, now);
        }
        if (codeOfHospital != null) {
            profile().learnCode(codeOfHospital);
        }
    }

    /** The other side has the profile; now a code is awaited. */
    public void awaitCode(Instant until) {
        require(status == Status.PENDING);
        status = Status.UNVERIFIED;
        pendingUntil = until;
    }

    /** Only a signup still under way can succeed. */
    public void activate(Instant now) {
        require(status == Status.PENDING || status == Status.UNVERIFIED);
        status = Status.ACTIVE;
        pendingUntil = null;
        activatedAt = now;
        updatedAt = now;
    }

    /** From now on the signup can only be undone. */
    public void abandon() {
        require(status != Status.ACTIVE);
        status = Status.CANCELLING;
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new IllegalStateException("account " + id + " is " + status);
        }
    }

    public void changePassword(String hash, Instant now) {
        passwordHash = hash;
        updatedAt = now;
    }

    /** The same password, hashed as we hash today. */
    public void upgradeHash(String hash) {
        passwordHash = hash;
    }

    public void signedIn(Instant now) {
        lastLoginAt = now;
    }

    public void vouchFor(UUID byAccount, Instant now) {
        vouchedAt = now;
        vouchedBy = byAccount;
        updatedAt = now;
    }

    public void lock(Instant now) {
        lockedAt = now;
        updatedAt = now;
    }

    public void unlock(Instant now) {
        lockedAt = null;
        updatedAt = now;
    }

    /** May sign in and keep its sessions. */
    public boolean isActive() {
        return status == Status.ACTIVE && lockedAt == null;
    }

    public boolean isLocked() {
        return lockedAt != null;
    }

    public Status status() {
        return status;
    }

    /** Whether a code is still awaited at that moment. */
    public boolean awaitsCode(Instant now) {
        return status == Status.UNVERIFIED && pendingUntil != null && now.isBefore(pendingUntil);
    }

    public boolean isOlderThan(Instant moment) {
        return createdAt.isBefore(moment);
    }

    /** Doctors and hospitals once somebody vouched for them; everybody else is taken as they are. */
    public boolean isVerified() {
        return vouchedAt != null || (role != Role.DOCTOR && role != Role.HOSPITAL_ADMIN);
    }

    /** A patient whose address or phone is proved, a doctor or hospital somebody vouched for, an administrator. */
    public boolean isShownAsVerified() {
        return role == Role.PATIENT ? identifiers.stream().anyMatch(Identifier::isProved) : isVerified();
    }

    public @Nullable String value(IdentifierKind kind) {
        return identifiers.stream()
                .filter(identifier -> identifier.kind() == kind)
                .map(Identifier::value)
                .findFirst()
                .orElse(null);
    }

    /** Where a message reaches the owner of the account. */
    public boolean isProved(IdentifierKind kind) {
        return identifiers.stream().anyMatch(identifier -> identifier.kind() == kind && identifier.isProved());
    }

    /** The profile of its role; an administrator has none. */
    public Optional<UUID> profileId() {
        return Optional.ofNullable(profile().idFor(role));
    }

    private ProfileLink profile() {
        return profile == null ? ProfileLink.NONE : profile;
    }

    public UUID id() {
        return id;
    }

    public Role role() {
        return role;
    }

    public String displayName() {
        return displayName;
    }

    public @Nullable String passwordHash() {
        return passwordHash;
    }

    public @Nullable UUID patientId() {
        return profile().patientId();
    }

    public @Nullable UUID doctorId() {
        return profile().doctorId();
    }

    public @Nullable UUID hospitalId() {
        return profile().hospitalId();
    }

    public @Nullable String hospitalCode() {
        return profile().hospitalCode();
    }

    public @Nullable String mobileNo() {
        return mobileNo;
    }

    public @Nullable String address() {
        return address;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public @Nullable Instant pendingUntil() {
        return pendingUntil;
    }

    public @Nullable Instant lastLoginAt() {
        return lastLoginAt;
    }

    @Override
    public String toString() {
        return "Account " + id;
    }
}
