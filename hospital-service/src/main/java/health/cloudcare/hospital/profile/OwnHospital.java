package health.cloudcare.hospital.profile;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.problem.ProblemType;

/** What goes on in a hospital is its own business alone. */
@ApplicationScoped
public class OwnHospital {

    private final CallerIdentity identity;

    OwnHospital(CallerIdentity identity) {
        this.identity = identity;
    }

    /** Throws a 403 problem unless the caller is this hospital, and somebody vouched for it. */
    public void require(UUID hospitalId) {
        if (!identity.caller().verified() || !isOwner(hospitalId)) {
            throw refusal("Only a verified hospital may do this, and only for itself.");
        }
    }

    /** Throws a 403 problem unless the caller is this hospital: what it says of itself, it may say before it is verified. */
    void requireOwner(UUID hospitalId) {
        if (!isOwner(hospitalId)) {
            throw refusal("Only the hospital itself may do this.");
        }
    }

    private boolean isOwner(UUID hospitalId) {
        Caller caller = identity.caller();
        return hospitalId.equals(caller.hospitalId());
    }

    private static HttpProblem refusal(String detail) {
        return ProblemType.FORBIDDEN.problem(detail);
    }
}
