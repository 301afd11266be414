package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.Optional;
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

import health.cloudcare.contracts.ConsentGranted;

@Entity
@Table(name = "consents")
@NullUnmarked
class Consent {

    @Id
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Nullable
    @Column(name = "doctor_id")
    private UUID doctorId;

    @Nullable
    @Column(name = "hospital_id")
    private UUID hospitalId;

    @Column(name = "facility_name")
    private String facilityName;

    @Column(name = "request_type")
    private String requestType;

    @Nullable
    private String description;

    @Embedded
    private Purpose purpose;

    @Embedded
    private ConsentTerms terms;

    @Enumerated(EnumType.STRING)
    private ConsentStatus status;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Nullable
    @Column(name = "responded_at")
    private Instant respondedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** Set once the expiry has been told. */
    @Nullable
    @Column(name = "expired_at")
    private Instant expiredAt;

    /** The admission that it is a part of. */
    @Nullable
    @Column(name = "derived_from")
    private UUID derivedFrom;

    /** Of the two who change it at the same moment, one fails. Goes into every event, which it orders. */
    @Version
    private int version;

    protected Consent() {}

    Consent(UUID id, AccessWish wish, Instant now) {
        this.id = id;
        this.patientId = wish.patientId();
        switch (wish.grantee()) {
            case Grantee.Doctor doctor -> this.doctorId = doctor.id();
            case Grantee.Hospital hospital -> this.hospitalId = hospital.id();
        }
        this.facilityName = wish.facilityName();
        this.requestType = wish.requestType();
        this.description = wish.description();
        this.purpose = wish.purpose();
        this.terms = wish.terms();
        this.status = ConsentStatus.PENDING;
        this.requestedAt = now;
        this.expiresAt = wish.answerBy();
        this.version = 1;
    }

    /** Open from the start: a doctor broke the glass. */
    static Consent withoutConsent(UUID id, AccessWish wish, Instant now) {
        Consent consent = new Consent(id, wish, now);
        consent.enter(new ConsentState.Approved(), now);
        return consent;
    }

    /**
     * A part of an admission: what the hospital sees by it, the doctor sees whom the hospital gave the patient to, as long as it does.
     */
    static Consent derived(UUID id, Consent admission, UUID doctorId, Instant now) {
        AccessWish wish = new AccessWish(
                admission.patientId,
                new Grantee.Doctor(doctorId),
                admission.facilityName,
                AccessWish.CARE_TEAM,
                "Attends to you during your stay; by your approval of the admission.",
                admission.purpose,
                admission.terms.endingAt(admission.expiresAt),
                admission.expiresAt);
        Consent consent = new Consent(id, wish, now);
        consent.derivedFrom = admission.id;
        consent.enter(new ConsentState.Approved(), now);
        return consent;
    }

    ConsentState state(Instant now) {
        return ConsentState.of(status, kind().equals(AccessWish.ADMISSION), !expiresAt.isAfter(now));
    }

    /** Fails when that would open more than was asked for, but first when it cannot be approved at all. */
    void approve(Narrowing narrowing, Instant now) {
        ConsentState approved = state(now).approve();
        terms = narrowing.applied(terms, now);
        expiresAt = terms.accessUntil();
        enter(approved, now);
    }

    void deny(Instant now) {
        enter(state(now).deny(), now);
    }

    void revoke(Instant now) {
        enter(state(now).revoke(), now);
    }

    /** The stay that it was given for is over, and the access with it; the end is told by whoever calls this. */
    void discharge(Instant at, Instant now) {
        status = state(now).discharge().status();
        terms = terms.endingAt(at);
        expiresAt = at;
        expiredAt = at;
    }

    /** Notes that its expiry is being told; that it is expired follows from the time alone. */
    void tellExpiry() {
        expiredAt = expiresAt;
    }

    boolean hasUntoldExpiry(Instant now) {
        return expiredAt == null && state(now) instanceof ConsentState.Expired;
    }

    /** Whether others may still rely or wait for it: no event has ended it yet. */
    boolean isOpen() {
        return expiredAt == null && (status == ConsentStatus.PENDING || status == ConsentStatus.APPROVED);
    }

    boolean isEmergency() {
        return requestType.equals(AccessWish.EMERGENCY);
    }

    /** How often it may be used, once it was granted; empty without limit. */
    Optional<UseLimit> useLimit() {
        Integer uses = terms.maxReads();
        ReadPeriod per = terms.readsPer();
        return uses == null || per == null || respondedAt == null
                ? Optional.empty()
                : Optional.of(new UseLimit(uses, per, respondedAt));
    }

    private void enter(ConsentState next, Instant now) {
        status = next.status();
        respondedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    @Nullable
    UUID doctorId() {
        return doctorId;
    }

    @Nullable
    UUID hospitalId() {
        return hospitalId;
    }

    String facilityName() {
        return facilityName;
    }

    String requestType() {
        return requestType;
    }

    /** What others need to know of {@link #requestType}, which is free text. */
    String kind() {
        return switch (requestType) {
            case AccessWish.ADMISSION -> AccessWish.ADMISSION;
            case AccessWish.EMERGENCY -> ConsentGranted.EMERGENCY;
            case AccessWish.CARE_TEAM -> ConsentGranted.CARE_TEAM;
            default -> AccessWish.DATA_ACCESS;
        };
    }

    @Nullable
    String description() {
        return description;
    }

    Purpose purpose() {
        return purpose;
    }

    ConsentTerms terms() {
        return terms;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    Instant respondedAt() {
        return respondedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    int version() {
        return version;
    }

    @Override
    public String toString() {
        return "Consent " + id;
    }
}
