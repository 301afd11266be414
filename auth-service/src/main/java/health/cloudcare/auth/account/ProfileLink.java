package health.cloudcare.auth.account;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;

/** Which profile of which service an account belongs to; an administrator's to none. */
@Embeddable
@NullUnmarked
class ProfileLink {

    static final ProfileLink NONE = new ProfileLink();

    @Nullable
    @Column(name = "patient_id")
    private UUID patientId;

    @Nullable
    @Column(name = "doctor_id")
    private UUID doctorId;

    /** Of a hospital's account its own, of a doctor's the hospital whose code was given. */
    @Nullable
    @Column(name = "hospital_id")
    private UUID hospitalId;

    @Nullable
    @Column(name = "hospital_code")
    private String hospitalCode;

    protected ProfileLink() {}

    static ProfileLink of(Role role, UUID profileId, Applicant.@Nullable Affiliation affiliation) {
        ProfileLink link = new ProfileLink();
        if (affiliation != null) {
            link.hospitalId = affiliation.hospitalId();
            link.hospitalCode = affiliation.hospitalCode();
        }
        switch (role) {
            case PATIENT -> link.patientId = profileId;
            case DOCTOR -> link.doctorId = profileId;
            case HOSPITAL_ADMIN -> link.hospitalId = profileId;
            case SYSTEM_ADMIN, SERVICE, DEVICE -> throw new IllegalArgumentException("nobody signs up as " + role);
        }
        return link;
    }

    void learnCode(String code) {
        hospitalCode = code;
    }

    @Nullable
    UUID idFor(Role role) {
        return switch (role) {
            case PATIENT -> patientId;
            case DOCTOR -> doctorId;
            case HOSPITAL_ADMIN -> hospitalId;
            case SYSTEM_ADMIN, SERVICE, DEVICE -> null;
        };
    }

    @Nullable
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

    @Nullable
    String hospitalCode() {
        return hospitalCode;
    }
}
