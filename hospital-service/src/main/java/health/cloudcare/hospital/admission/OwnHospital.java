package health.cloudcare.hospital.admission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;

/** A hospital's admissions are its own business alone. */
@ApplicationScoped
class OwnHospital {

    private final CallerIdentity identity;

    OwnHospital(CallerIdentity identity) {
        this.identity = identity;
    }

    /** Throws a 403 problem unless the caller is this hospital, and somebody vouched for it. */
    void require(UUID hospitalId) {
        Caller caller = identity.caller();
        if (!caller.verified() || !hospitalId.equals(caller.hospitalId())) {
            throw AdmissionProblems.notYourHospital();
        }
    }
}
