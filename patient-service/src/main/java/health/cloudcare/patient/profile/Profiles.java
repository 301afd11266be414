package health.cloudcare.patient.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.PatientProfileUpdated;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.patch.MergePatch;
import health.cloudcare.servicekit.problem.ProblemType;

/** Patients' profiles. */
@ApplicationScoped
public class Profiles {

    private final Patients patients;
    private final ProfileView view;
    private final MergePatch patches;
    private final Outbox outbox;
    private final Clock clock;

    Profiles(Patients patients, ProfileView view, MergePatch patches, Outbox outbox, Clock clock) {
        this.patients = patients;
        this.view = view;
        this.patches = patches;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param version of the profile, as its entity tag says it */
    public record Versioned(ProfileResponse profile, long version) {}

    /** Whoever calls this has decided that it may be shown. */
    @WithSession
    public Uni<Versioned> of(UUID patientId) {
        // whoever has a token of an active account need not wait for our copy of that news
        return there(patients.findById(patientId)).map(patient -> shown(patient, null));
    }

    @WithTransaction
    Uni<Versioned> update(UUID patientId, JsonNode changes, @Nullable String ifMatch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return there(patients.findById(patientId, LockModeType.PESSIMISTIC_WRITE))
                .invoke(patient -> {
                    Versions.requireMatch(ifMatch, patient.version());
                    PatientFields changed = patches.apply(
                            PatientFields.of(patient), ProfileChanges.flat(changes, patient), PatientFields.class);
                    patient.change(changed.details(), changed.occupation(), now);
                })
                .call(patients::flush)
                .call(patient -> outbox.append(new PatientProfileUpdated(
                        now, patientId, patient.timeZone().getId())))
                .map(patient -> shown(patient, "Profile updated"));
    }

    private Versioned shown(Patient patient, @Nullable String message) {
        return new Versioned(view.of(patient, message), patient.version());
    }

    private static Uni<Patient> there(Uni<@Nullable Patient> search) {
        return search.onItem().ifNull().failWith(() -> ProblemType.NOT_FOUND.problem("There is no such patient."));
    }
}
