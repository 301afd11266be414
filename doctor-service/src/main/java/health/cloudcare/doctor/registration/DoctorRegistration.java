package health.cloudcare.doctor.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.doctor.affiliation.Affiliation;
import health.cloudcare.doctor.affiliation.Affiliations;
import health.cloudcare.doctor.profile.Doctor;
import health.cloudcare.doctor.profile.Doctors;

/** Makes and unmakes provisional profiles. Both may be asked for again and again, and in either order. */
@ApplicationScoped
class DoctorRegistration {

    private final RegistrationLocks locks;
    private final Doctors doctors;
    private final Affiliations affiliations;
    private final Clock clock;

    DoctorRegistration(RegistrationLocks locks, Doctors doctors, Affiliations affiliations, Clock clock) {
        this.locks = locks;
        this.doctors = doctors;
        this.affiliations = affiliations;
        this.clock = clock;
    }

    @WithTransaction
    Uni<RegistrationResponse> register(UUID doctorId, RegisterDoctorRequest request) {
        return locks.lock(doctorId)
                .chain(cancelled -> cancelled
                        ? Uni.createFrom().failure(RegistrationProblems.cancelled())
                        : doctors.findById(doctorId))
                .chain(existing -> existing == null ? create(doctorId, request) : repeat(existing, request))
                .replaceWith(new RegistrationResponse(doctorId));
    }

    /** The account of a completed registration exists, or existed, so its doctor stays. */
    @WithTransaction
    Uni<Void> cancel(UUID doctorId) {
        return locks.lock(doctorId)
                .chain(() -> doctors.findById(doctorId))
                .chain(existing -> cancel(doctorId, existing));
    }

    private Uni<Void> create(UUID doctorId, RegisterDoctorRequest request) {
        return refuseTaken(request.medicalLicenseNo()).chain(() -> {
            Instant now = clock.instant();
            return doctors.persistAndFlush(new Doctor(doctorId, request.accountId(), request.details(), now))
                    .chain(() -> affiliate(doctorId, request, now));
        });
    }

    private Uni<Void> refuseTaken(@Nullable String licenseNo) {
        if (licenseNo == null) {
            return Uni.createFrom().voidItem();
        }
        return doctors.isLicenseTaken(licenseNo)
                .chain(taken -> taken
                        ? Uni.createFrom().failure(RegistrationProblems.licenseTaken())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> affiliate(UUID doctorId, RegisterDoctorRequest request, Instant now) {
        UUID hospitalId = request.hospitalId();
        if (hospitalId == null) {
            return Uni.createFrom().voidItem();
        }
        return affiliations
                .persist(Affiliation.claimedAtSignup(doctorId, hospitalId, request.hospitalCode(), now))
                .replaceWithVoid();
    }

    private Uni<Void> repeat(Doctor existing, RegisterDoctorRequest request) {
        if (existing.isClosed()) {
            return Uni.createFrom().failure(RegistrationProblems.cancelled());
        }
        boolean same = existing.accountId().equals(request.accountId())
                && Objects.equals(existing.licenseNo(), request.medicalLicenseNo());
        return same ? Uni.createFrom().voidItem() : Uni.createFrom().failure(RegistrationProblems.differs());
    }

    private Uni<Void> cancel(UUID doctorId, @Nullable Doctor existing) {
        if (existing == null) {
            return locks.cancel(doctorId);
        }
        if (!existing.isProvisional()) {
            return Uni.createFrom().failure(RegistrationProblems.complete());
        }
        return doctors.delete(existing).chain(() -> locks.cancel(doctorId));
    }
}
