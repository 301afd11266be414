package health.cloudcare.patient.signin;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.patient.aadhaar.AadhaarNumber;
import health.cloudcare.patient.aadhaar.AadhaarVault;
import health.cloudcare.patient.profile.Patients;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;

/** Finds the account that belongs to an Aadhaar number, which arrives in a body so that no URL ever holds it. */
@Path("/internal/v1/aadhaar-sign-ins")
@RolesAllowed(RoleNames.SERVICE)
class AadhaarSignInResource {

    private final AadhaarVault vault;
    private final Patients patients;

    AadhaarSignInResource(AadhaarVault vault, Patients patients) {
        this.vault = vault;
        this.patients = patients;
    }

    record SignInRequest(@NotNull AadhaarNumber aadharNumber) {}

    record SignInResponse(UUID accountId, UUID patientId) {}

    /** Whether the account is active is for auth-service to know, which may be ahead of us. */
    @POST
    @WithSession
    public Uni<SignInResponse> find(@Valid SignInRequest request) {
        return vault.patientWith(request.aadharNumber())
                .chain(patientId -> patientId.map(patients::findById).orElseGet(() -> Uni.createFrom()
                        .nullItem()))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.problem("Nobody is registered with this number."))
                .map(patient -> new SignInResponse(patient.accountId(), patient.id()));
    }
}
