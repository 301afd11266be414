package health.cloudcare.hospital.emergency;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.EmergencyCaseChanged;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

/** The cases of all hospitals. What follows from an admission happens within its transaction. */
@ApplicationScoped
public class EmergencyCases implements PanacheRepositoryBase<EmergencyCase, UUID> {

    /** The most severe first, then whoever has been here longest. */
    private static final String URGENCY = " order by case severity when 'CRITICAL' then 0 when 'HIGH' then 1"
            + " when 'MEDIUM' then 2 else 3 end, admittedTime, id";

    private static final String KNOWN = "id = ?1 and hospitalId = ?2 and patientId is not null";

    private final Outbox outbox;

    EmergencyCases(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param running whether the patient is in already */
    public Uni<Void> open(NewCase said, boolean running, Instant now) {
        return ofAdmission(said.admissionId())
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known.get()).invoke(found -> found.describe(said, now))
                        : persist(new EmergencyCase(said, running ? CaseStatus.IN_TREATMENT : CaseStatus.WAITING, now)))
                .chain(opened -> tell(opened, now));
    }

    /** The consent topic told whose it is: until then nobody could be told of the case. */
    public Uni<Void> name(UUID admissionId, UUID patientId, Instant at) {
        return ofAdmission(admissionId)
                .chain(found -> found.isPresent() && found.get().patientId() == null
                        ? named(found.get(), patientId, at)
                        : Uni.createFrom().voidItem());
    }

    public Uni<Void> treat(UUID admissionId, UUID patientId, Instant at) {
        return change(admissionId, found -> found.treat(patientId, at), at);
    }

    public Uni<Void> discharge(UUID admissionId, Instant at) {
        return change(admissionId, found -> found.discharge(at), at);
    }

    /** An admission that came to nothing was no case. */
    public Uni<Void> drop(UUID admissionId, Instant at) {
        return ofAdmission(admissionId)
                .chain(found -> found.isPresent()
                        ? delete(found.get()).chain(() -> tell(found.get(), at))
                        : Uni.createFrom().voidItem());
    }

    public Uni<Void> forgetPatient(UUID admissionId) {
        return ofAdmission(admissionId)
                .invoke(found -> found.ifPresent(EmergencyCase::forgetPatient))
                .replaceWithVoid();
    }

    /** By admission, of those that are one. */
    public Uni<Map<UUID, CaseStatus>> statusOf(Collection<UUID> admissions) {
        if (admissions.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return list("admissionId in ?1", admissions).map(found -> found.stream()
                .collect(Collectors.toMap(EmergencyCase::admissionId, EmergencyCase::status)));
    }

    Uni<Page<EmergencyCase>> of(UUID hospitalId, @Nullable CaseStatus status, PageRequest request) {
        var found = status == null
                ? find("hospitalId = ?1 and patientId is not null" + URGENCY, hospitalId)
                : find("hospitalId = ?1 and patientId is not null and status = ?2" + URGENCY, hospitalId, status);
        Uni<List<EmergencyCase>> items =
                found.page(request.page(), request.size()).list();
        return items.chain(cases -> found.count().map(total -> Page.of(cases, request, total)));
    }

    /** Of one hospital, unless its patient is forgotten; kept from everybody else until the transaction ends. */
    Uni<Optional<EmergencyCase>> lock(UUID hospitalId, UUID caseId) {
        return find(KNOWN, caseId, hospitalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<Optional<EmergencyCase>> one(UUID hospitalId, UUID caseId) {
        return find(KNOWN, caseId, hospitalId).firstResult().map(Optional::ofNullable);
    }

    Uni<Void> tell(EmergencyCase changed, Instant at) {
        UUID patientId = changed.patientId();
        return patientId == null
                ? Uni.createFrom().voidItem() // nobody to tell of until the consent topic names the patient
                : outbox.append(new EmergencyCaseChanged(at, changed.hospitalId(), patientId, changed.id()));
    }

    private Uni<Void> change(UUID admissionId, Consumer<EmergencyCase> step, Instant at) {
        return ofAdmission(admissionId).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            step.accept(found.get());
            return tell(found.get(), at);
        });
    }

    private Uni<Void> named(EmergencyCase found, UUID patientId, Instant at) {
        found.name(patientId, at);
        return tell(found, at);
    }

    /** Locked: the hospital may be changing it at this moment, and must not make a discharge fail. */
    private Uni<Optional<EmergencyCase>> ofAdmission(UUID admissionId) {
        return find("admissionId", admissionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
