package health.cloudcare.patient.profile;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class Patients implements PanacheRepositoryBase<Patient, UUID> {

    private static final String REGISTERED = "id = ?1 and status = ?2";

    /** Keeps whoever else locks it, or erases it, waiting until the transaction ends. */
    private static final String LOCK = "SELECT status = 'REGISTERED' FROM patients WHERE id = ?1 FOR NO KEY UPDATE";

    /** A provisional profile may still go: nobody but its owner, once signed in, learns of it. */
    Uni<Boolean> isRegistered(UUID id) {
        return count(REGISTERED, id, Patient.Status.REGISTERED).map(count -> count > 0);
    }

    /** The registered patient with this UID, in any case of its digits. */
    public Uni<Optional<UUID>> withUid(String uid) {
        return find("aadhaarUid = ?1 and status = ?2", uid.toLowerCase(Locale.ROOT), Patient.Status.REGISTERED)
                .firstResult()
                .map(found -> Optional.ofNullable(found).map(Patient::id));
    }

    /** Of those, the registered ones. */
    public Uni<List<Patient>> among(Collection<UUID> ids) {
        return list("id in ?1 and status = ?2", ids, Patient.Status.REGISTERED);
    }

    /** Whether the patient is registered, and stays so for this transaction. */
    public Uni<Boolean> lockRegistered(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Boolean.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull())
                .map(Boolean.TRUE::equals);
    }
}
