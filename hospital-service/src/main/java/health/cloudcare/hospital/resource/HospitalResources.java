package health.cloudcare.hospital.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.Capacity;
import health.cloudcare.hospital.profile.Hospital;
import health.cloudcare.hospital.profile.Hospitals;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.problem.ProblemType;

/** Keeps count of what a hospital has. No number says that there is a bed for somebody when there is none. */
@ApplicationScoped
class HospitalResources {

    private static final ProblemType BEDS_IN_USE = new ProblemType("BEDS_IN_USE", 409, "Beds are in use");

    private final Hospitals hospitals;
    private final ResourceNews news;
    private final Clock clock;

    HospitalResources(Hospitals hospitals, ResourceNews news, Clock clock) {
        this.hospitals = hospitals;
        this.news = news;
        this.clock = clock;
    }

    @WithSession
    Uni<Hospital> of(UUID hospitalId) {
        return hospitals.openOrUnknown(hospitalId);
    }

    @WithTransaction
    Uni<Hospital> change(UUID hospitalId, ResourceChange change, @Nullable String ifMatch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return hospitals
                .lockOpen(hospitalId)
                .invoke(hospital -> {
                    Versions.requireMatch(ifMatch, hospital.version());
                    hospital.equip(possible(change.of(hospital.capacity())), change.of(hospital.supplies()), now);
                })
                .call(hospitals::flush)
                .call(() -> news.tell(hospitalId, now));
    }

    private static Capacity possible(Capacity beds) {
        if (!beds.isPossible()) {
            throw BEDS_IN_USE.problem(
                    "So many beds cannot be free, or go: some are in use.",
                    Map.of(ProblemType.DETAILS, Map.of("occupied_beds", beds.occupiedBeds())));
        }
        return beds;
    }
}
