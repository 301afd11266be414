package health.cloudcare.hospital.admission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.hospital.patientservice.AdmissionConsent;
import health.cloudcare.hospital.patientservice.Patients;
import health.cloudcare.hospital.profile.Hospitals;

/** A hospital asks; patient-service puts it before the patient. */
@ApplicationScoped
class AdmissionRequests {

    private final Hospitals hospitals;
    private final Patients patients;
    private final RequestedDetails details;

    AdmissionRequests(Hospitals hospitals, Patients patients, RequestedDetails details) {
        this.hospitals = hospitals;
        this.patients = patients;
        this.details = details;
    }

    Uni<AdmitResponse> request(UUID hospitalId, AdmitRequest request, String authorization) {
        return hospitals
                .open(hospitalId)
                .onItem()
                .ifNull()
                .failWith(AdmissionProblems::unknownHospital)
                .chain(hospital -> patients.requestAdmission(authorization, request.wishOf(hospital.name())))
                .chain(consent -> noted(hospitalId, request, consent));
    }

    private Uni<AdmitResponse> noted(UUID hospitalId, AdmitRequest request, AdmissionConsent consent) {
        return consent.isPending()
                ? details.keep(consent.consentId(), hospitalId, request)
                        .replaceWith(AdmitResponse.asked(consent.consentId()))
                : Uni.createFrom().item(AdmitResponse.alreadyHere(consent.consentId()));
    }
}
