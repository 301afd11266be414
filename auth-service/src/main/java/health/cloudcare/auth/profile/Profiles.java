package health.cloudcare.auth.profile;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import health.cloudcare.auth.account.Applicant;
import health.cloudcare.servicekit.identity.Role;

/**
 * The services that own profiles. Every call succeeds, fails with {@link ProfileRefusal}, or fails with
 * {@link ProfileUnavailable}, after which its outcome is unknown.
 */
@ApplicationScoped
public class Profiles {

    private final PatientProfileApi patients;
    private final DoctorProfileApi doctors;
    private final HospitalProfileApi hospitals;

    Profiles(
            @RestClient PatientProfileApi patients,
            @RestClient DoctorProfileApi doctors,
            @RestClient HospitalProfileApi hospitals) {
        this.patients = patients;
        this.doctors = doctors;
        this.hospitals = hospitals;
    }

    /** Stores a profile that nobody sees before its account is active. May be repeated. */
    public Uni<ConfirmedProfile> register(Role role, UUID profileId, ProfileDraft draft) {
        return sorted(
                switch (role) {
                    case PATIENT -> patients.register(profileId, draft);
                    case DOCTOR -> doctors.register(profileId, draft);
                    case HOSPITAL_ADMIN -> hospitals.register(profileId, draft);
                    case SYSTEM_ADMIN, SERVICE, DEVICE -> throw new IllegalArgumentException(role + " has no profile");
                });
    }

    /** Undoes a registration, and forbids it when it has not arrived yet. May be repeated. */
    public Uni<Void> cancel(Role role, UUID profileId) {
        return sorted(
                switch (role) {
                    case PATIENT -> patients.cancel(profileId);
                    case DOCTOR -> doctors.cancel(profileId);
                    case HOSPITAL_ADMIN -> hospitals.cancel(profileId);
                    case SYSTEM_ADMIN, SERVICE, DEVICE -> throw new IllegalArgumentException(role + " has no profile");
                });
    }

    /** The account of the patient with this Aadhaar number, which goes no further than its vault. */
    public Uni<UUID> accountWithAadhaar(String number) {
        return sorted(patients.signIn(new PatientProfileApi.SignInRequest(number)))
                .map(PatientProfileApi.SignIn::accountId);
    }

    /** The hospital of a code that a doctor typed; refused as not found when there is none. */
    public Uni<Applicant.Affiliation> hospitalWithCode(String code) {
        return sorted(hospitals.withCode(code.strip()))
                .map(hospital -> new Applicant.Affiliation(hospital.hospitalId(), hospital.hospitalCode()));
    }

    private static <T> Uni<T> sorted(Uni<T> call) {
        return call.onFailure(
                        failure -> !(failure instanceof ProfileRefusal) && !(failure instanceof ProfileUnavailable))
                .transform(failure -> new ProfileUnavailable("the owner of the profile did not answer", failure));
    }
}
