package health.cloudcare.patient.profile;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class Patients implements PanacheRepositoryBase<Patient, UUID> {

    private static final String REGISTERED = "id = ?1 and status = ?2";

    /** A provisional profile may still go: nobody but its owner, once signed in, learns of it. */
    Uni<Boolean> isRegistered(UUID id) {
        return count(REGISTERED, id, Patient.Status.REGISTERED).map(count -> count > 0);
    }
}
