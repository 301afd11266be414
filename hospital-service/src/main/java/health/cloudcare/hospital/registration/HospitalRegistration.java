package health.cloudcare.hospital.registration;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.Hospital;
import health.cloudcare.hospital.profile.HospitalDetails;
import health.cloudcare.hospital.profile.Hospitals;
import health.cloudcare.hospital.profile.Licensing;

/** Makes and unmakes provisional hospitals. Both may be asked for again and again, and in either order. */
@ApplicationScoped
class HospitalRegistration {

    private final RegistrationLocks locks;
    private final Hospitals hospitals;
    private final HospitalCodes codes;
    private final Clock clock;

    HospitalRegistration(RegistrationLocks locks, Hospitals hospitals, HospitalCodes codes, Clock clock) {
        this.locks = locks;
        this.hospitals = hospitals;
        this.codes = codes;
        this.clock = clock;
    }

    /** Fails when the code it draws is taken; the caller tries again. */
    @WithTransaction
    Uni<RegistrationResponse> register(UUID hospitalId, RegisterHospitalRequest request) {
        return locks.lock(hospitalId)
                .chain(cancelled -> cancelled
                        ? Uni.createFrom().failure(RegistrationProblems.cancelled())
                        : hospitals.findById(hospitalId))
                .chain(existing -> existing == null ? create(hospitalId, request) : repeat(existing, request))
                .map(hospital -> new RegistrationResponse(hospital.id(), hospital.code()));
    }

    /** The account of a completed registration exists, or existed, so its hospital stays. */
    @WithTransaction
    Uni<Void> cancel(UUID hospitalId) {
        return locks.lock(hospitalId)
                .chain(() -> hospitals.findById(hospitalId))
                .chain(existing -> cancel(hospitalId, existing));
    }

    private Uni<Hospital> create(UUID hospitalId, RegisterHospitalRequest request) {
        HospitalDetails details = request.details();
        Licensing licensing = details.licensing();
        return refuseTaken(
                        licensing.registrationNo(),
                        hospitals::isRegistrationNoTaken,
                        RegistrationProblems::registrationNoTaken)
                .chain(() -> refuseTaken(
                        licensing.licenseNo(), hospitals::isLicenseNoTaken, RegistrationProblems::licenseNoTaken))
                .chain(() -> hospitals.persistAndFlush(
                        new Hospital(hospitalId, request.accountId(), codes.next(), details, clock.instant())));
    }

    private Uni<Void> refuseTaken(
            @Nullable String number, Function<String, Uni<Boolean>> isTaken, Supplier<HttpProblem> problem) {
        if (number == null) {
            return Uni.createFrom().voidItem();
        }
        return isTaken.apply(number)
                .chain(taken -> taken
                        ? Uni.createFrom().failure(problem.get())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Hospital> repeat(Hospital existing, RegisterHospitalRequest request) {
        if (existing.isClosed()) {
            return Uni.createFrom().failure(RegistrationProblems.cancelled());
        }
        boolean same = existing.mayBelongTo(request.accountId())
                && Objects.equals(existing.licensing().registrationNo(), request.registrationNo())
                && Objects.equals(existing.licensing().licenseNo(), request.licenseNo());
        return same ? Uni.createFrom().item(existing) : Uni.createFrom().failure(RegistrationProblems.differs());
    }

    private Uni<Void> cancel(UUID hospitalId, @Nullable Hospital existing) {
        if (existing == null) {
            return locks.cancel(hospitalId);
        }
        if (!existing.isProvisional()) {
            return Uni.createFrom().failure(RegistrationProblems.complete());
        }
        return hospitals.delete(existing).chain(() -> locks.cancel(hospitalId));
    }
}
