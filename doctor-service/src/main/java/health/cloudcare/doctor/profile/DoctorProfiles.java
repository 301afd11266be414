package health.cloudcare.doctor.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.DoctorProfileUpdated;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.patch.MergePatch;
import health.cloudcare.servicekit.problem.ProblemType;

/** Doctors' own profiles. */
@ApplicationScoped
class DoctorProfiles {

    private final Doctors doctors;
    private final NameIndex names;
    private final MergePatch patches;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final Clock clock;

    DoctorProfiles(
            Doctors doctors, NameIndex names, MergePatch patches, ObjectMapper json, Outbox outbox, Clock clock) {
        this.doctors = doctors;
        this.names = names;
        this.patches = patches;
        this.json = json;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param version of the profile, as its entity tag says it */
    record Versioned(DoctorProfileResponse profile, long version) {}

    @WithSession
    Uni<Versioned> of(UUID doctorId) {
        // whoever has a token of an active account need not wait for our copy of that news
        return there(doctors.findById(doctorId)).map(this::shown);
    }

    @WithTransaction
    Uni<Versioned> update(UUID doctorId, JsonNode patch, @Nullable String ifMatch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return there(doctors.lock(doctorId))
                .invoke(doctor -> {
                    Versions.requireMatch(ifMatch, doctor.version());
                    DoctorFields changed = patches.apply(DoctorFields.of(doctor), patch, DoctorFields.class);
                    doctor.change(changed.details(doctor.credentials()), now);
                })
                .call(names::keep)
                .call(doctors::flush)
                .call(() -> outbox.append(new DoctorProfileUpdated(now, doctorId)))
                .map(this::shown);
    }

    private Versioned shown(Doctor doctor) {
        return new Versioned(DoctorProfileResponse.of(doctor, qualifications(doctor)), doctor.version());
    }

    /** The app reads a list only as text. */
    private String qualifications(Doctor doctor) {
        try {
            return json.writeValueAsString(doctor.credentials().qualifications());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Uni<Doctor> there(Uni<@Nullable Doctor> search) {
        return search.map(doctor -> {
            if (doctor == null || doctor.isClosed()) {
                throw ProblemType.NOT_FOUND.problem("There is no such doctor.");
            }
            return doctor;
        });
    }
}
