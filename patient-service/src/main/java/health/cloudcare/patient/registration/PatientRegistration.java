package health.cloudcare.patient.registration;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.aadhaar.AadhaarNumber;
import health.cloudcare.patient.aadhaar.AadhaarVault;
import health.cloudcare.patient.profile.Patient;
import health.cloudcare.patient.profile.Patients;

/** Makes and unmakes provisional profiles. Both may be asked for again and again, and in either order. */
@ApplicationScoped
class PatientRegistration {

    private final RegistrationLocks locks;
    private final Patients patients;
    private final AadhaarVault vault;
    private final Clock clock;

    PatientRegistration(RegistrationLocks locks, Patients patients, AadhaarVault vault, Clock clock) {
        this.locks = locks;
        this.patients = patients;
        this.vault = vault;
        this.clock = clock;
    }

    @WithTransaction
    Uni<RegistrationResponse> register(UUID patientId, RegisterPatientRequest request) {
        return locks.lock(patientId).chain(cancelled -> {
            if (cancelled) {
                return Uni.createFrom().failure(RegistrationProblems.cancelled());
            }
            return patients.findById(patientId)
                    .chain(existing -> existing == null ? create(patientId, request) : repeat(existing, request));
        });
    }

    /** The account of a completed registration exists, so its patient stays. */
    @WithTransaction
    Uni<Void> cancel(UUID patientId) {
        return locks.lock(patientId)
                .chain(() -> patients.findById(patientId))
                .chain(existing -> cancel(patientId, existing));
    }

    private Uni<RegistrationResponse> create(UUID patientId, RegisterPatientRequest request) {
        AadhaarNumber number = request.aadharNumber();
        if (number == null) {
            return persist(patientId, request, null);
        }
        return vault.patientWith(number)
                .chain(owner -> owner.isPresent()
                        ? Uni.createFrom().failure(RegistrationProblems.aadhaarTaken())
                        : persist(patientId, request, vault.uid(number)).call(() -> vault.store(number, patientId)));
    }

    private Uni<RegistrationResponse> persist(UUID patientId, RegisterPatientRequest request, @Nullable String uid) {
        Patient patient = new Patient(patientId, request.accountId(), uid, request.details(), clock.instant());
        return patients.persistAndFlush(patient).replaceWith(new RegistrationResponse(patientId, uid));
    }

    private Uni<RegistrationResponse> repeat(Patient existing, RegisterPatientRequest request) {
        boolean same = existing.accountId().equals(request.accountId())
                && Objects.equals(existing.aadhaarUid(), uid(request.aadharNumber()));
        return same
                ? Uni.createFrom().item(new RegistrationResponse(existing.id(), existing.aadhaarUid()))
                : Uni.createFrom().failure(RegistrationProblems.differs());
    }

    private @Nullable String uid(@Nullable AadhaarNumber number) {
        return number == null ? null : vault.uid(number);
    }

    private Uni<Void> cancel(UUID patientId, @Nullable Patient existing) {
        if (existing == null) {
            return locks.cancel(patientId);
        }
        if (existing.isRegistered()) {
            return Uni.createFrom().failure(RegistrationProblems.complete());
        }
        return patients.delete(existing).chain(() -> locks.cancel(patientId));
    }
}
