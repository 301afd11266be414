package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.patient.aadhaar.AadhaarNumber;
import health.cloudcare.patient.aadhaar.AadhaarVault;
import health.cloudcare.patient.profile.Patients;

/** Puts a hospital's wish to admit somebody before them. */
@ApplicationScoped
class AdmissionRequests {

    private final AadhaarVault vault;
    private final Patients patients;
    private final Consents consents;
    private final ConsentRequests requests;

    AdmissionRequests(AadhaarVault vault, Patients patients, Consents consents, ConsentRequests requests) {
        this.vault = vault;
        this.patients = patients;
        this.consents = consents;
        this.requests = requests;
    }

    /** A request that waits, and an admission that runs, is given again: nobody is admitted twice at a time. */
    @WithTransaction
    Uni<AdmissionConsentResponse> request(AdmissionConsentRequest request, UUID hospitalId, Instant now) {
        return patientOf(request)
                // first, as everybody does who locks consents too; whether there is one is asked again below
                .call(patients::lockRegistered)
                .map(patientId -> request.wish(patientId, hospitalId, now))
                .chain(wish -> consents.runningAdmissionLike(wish, now)
                        .chain(running ->
                                running.map(AdmissionRequests::running).orElseGet(() -> ask(wish, now))));
    }

    private Uni<UUID> patientOf(AdmissionConsentRequest request) {
        AadhaarNumber number = request.aadharNumber();
        Uni<Optional<UUID>> found = number == null
                ? Uni.createFrom().item(Optional.ofNullable(request.patientId()))
                : vault.patientWith(number);
        return found.map(patientId -> patientId.orElseThrow(ConsentProblems::unknownPatient));
    }

    private static Uni<AdmissionConsentResponse> running(Consent consent) {
        return Uni.createFrom().item(new AdmissionConsentResponse(consent.id(), ConsentStatus.APPROVED));
    }

    private Uni<AdmissionConsentResponse> ask(AccessWish wish, Instant now) {
        return requests.request(wish, now).map(consent -> new AdmissionConsentResponse(consent.id(), consent.status()));
    }
}
