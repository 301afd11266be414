package health.cloudcare.auth.patientservice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The service that owns patients. Every call succeeds, fails with {@link PatientServiceRefusal}, or fails with
 * {@link PatientServiceUnavailable}, after which its outcome is unknown.
 */
@ApplicationScoped
public class PatientService {

    private final PatientServiceApi api;

    PatientService(@RestClient PatientServiceApi api) {
        this.api = api;
    }

    /** The patient's Aadhaar UID, once the profile is there. May be repeated. */
    public Uni<String> register(UUID patientId, PatientRegistration registration) {
        return sorted(api.register(patientId, registration)).map(PatientServiceApi.Registered::aadharUid);
    }

    /** Undoes a registration, and forbids it when it has not arrived yet. May be repeated. */
    public Uni<Void> cancel(UUID patientId) {
        return sorted(api.cancel(patientId));
    }

    /** The account of the patient with this Aadhaar number. */
    public Uni<UUID> accountWithAadhaar(String number) {
        return sorted(api.signIn(new PatientServiceApi.SignInRequest(number))).map(PatientServiceApi.SignIn::accountId);
    }

    private static <T> Uni<T> sorted(Uni<T> call) {
        return call.onFailure(failure ->
                        !(failure instanceof PatientServiceRefusal) && !(failure instanceof PatientServiceUnavailable))
                .transform(failure -> new PatientServiceUnavailable("patient-service did not answer", failure));
    }
}
