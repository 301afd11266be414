package health.cloudcare.hospital.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.HospitalProfileUpdated;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.patch.MergePatch;

/** A hospital's own profile. */
@ApplicationScoped
class HospitalProfiles {

    private static final String DOCTORS =
            "SELECT count(*)::int FROM hospital_staff WHERE hospital_id = ?1 AND standing = 'ACTIVE'";

    private final Hospitals hospitals;
    private final HospitalView view;
    private final MergePatch patches;
    private final Outbox outbox;
    private final Clock clock;

    HospitalProfiles(Hospitals hospitals, HospitalView view, MergePatch patches, Outbox outbox, Clock clock) {
        this.hospitals = hospitals;
        this.view = view;
        this.patches = patches;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param version of the hospital, as its entity tag says it */
    record Versioned(HospitalProfileResponse profile, long version) {}

    @WithSession
    Uni<Versioned> of(UUID hospitalId) {
        return hospitals.openOrUnknown(hospitalId).chain(hospital -> shown(hospital, null));
    }

    @WithTransaction
    Uni<Versioned> update(UUID hospitalId, JsonNode patch, @Nullable String ifMatch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return hospitals
                .lockOpen(hospitalId)
                .invoke(hospital -> {
                    Versions.requireMatch(ifMatch, hospital.version());
                    hospital.change(patches.apply(HospitalFields.of(hospital), patch, HospitalFields.class), now);
                })
                .call(() -> outbox.append(new HospitalProfileUpdated(now, hospitalId)))
                .chain(hospital -> shown(hospital, "Profile updated"));
    }

    private Uni<Versioned> shown(Hospital hospital, @Nullable String message) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DOCTORS, Integer.class)
                        .setParameter(1, hospital.id())
                        .getSingleResult())
                .map(doctors -> new Versioned(view.of(hospital, doctors, message), hospital.version()));
    }
}
