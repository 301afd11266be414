package health.cloudcare.hospital.admission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.patientservice.AdmissionConsent;
import health.cloudcare.hospital.patientservice.Patients;
import health.cloudcare.hospital.profile.Hospital;
import health.cloudcare.hospital.profile.Hospitals;

/** A hospital asks; patient-service puts it before the patient. */
@ApplicationScoped
class AdmissionRequests {

    private final Hospitals hospitals;
    private final Admissions admissions;
    private final Patients patients;
    private final RequestedDetails details;

    AdmissionRequests(Hospitals hospitals, Admissions admissions, Patients patients, RequestedDetails details) {
        this.hospitals = hospitals;
        this.admissions = admissions;
        this.patients = patients;
        this.details = details;
    }

    Uni<AdmitResponse> request(UUID hospitalId, AdmitRequest request, String authorization) {
        return hospitals
                .open(hospitalId)
                .onItem()
                .ifNull()
                .failWith(AdmissionProblems::unknownHospital)
                .call(hospital -> hasBedFor(request.patientId(), hospital))
                .chain(hospital -> patients.requestAdmission(authorization, request.wishOf(hospital.name())))
                .chain(consent -> noted(hospitalId, request, consent));
    }

    /** Nobody is asked for nothing; and whoever is in has a bed. It is no reservation: beds go to who approves first. */
    private Uni<Void> hasBedFor(@Nullable UUID patientId, Hospital hospital) {
        if (hospital.capacity().availableBeds() > 0) {
            return Uni.createFrom().voidItem();
        }
        Uni<Boolean> isHere =
                patientId == null ? Uni.createFrom().item(false) : admissions.isAdmittedNow(hospital.id(), patientId);
        return isHere.chain(
                here -> here ? Uni.createFrom().voidItem() : Uni.createFrom().failure(AdmissionProblems.noBed()));
    }

    private Uni<AdmitResponse> noted(UUID hospitalId, AdmitRequest request, AdmissionConsent consent) {
        return consent.isPending()
                ? details.keep(consent.consentId(), hospitalId, request)
                        .replaceWith(AdmitResponse.asked(consent.consentId()))
                : Uni.createFrom().item(AdmitResponse.alreadyHere(consent.consentId()));
    }
}
