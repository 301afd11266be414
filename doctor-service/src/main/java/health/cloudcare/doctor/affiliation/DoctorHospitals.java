package health.cloudcare.doctor.affiliation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.doctor.profile.Doctors;
import health.cloudcare.servicekit.problem.ProblemType;

/** The hospitals that a doctor says to work for. Every change holds the doctor's row, so that one comes after the other. */
@ApplicationScoped
class DoctorHospitals {

    private final Doctors doctors;
    private final Affiliations affiliations;
    private final Clock clock;

    DoctorHospitals(Doctors doctors, Affiliations affiliations, Clock clock) {
        this.doctors = doctors;
        this.affiliations = affiliations;
        this.clock = clock;
    }

    @WithSession
    Uni<List<Affiliation>> of(UUID doctorId, Set<Standing> standings) {
        return affiliations.of(doctorId).map(all -> all.stream()
                .filter(affiliation -> standings.contains(affiliation.standing()))
                .toList());
    }

    /**
     * The doctor works for these and for no others.
     *
     * @param hospitalIds of hospitals that there are
     * @param primaryId one of them, or null to leave the first one first
     */
    @WithTransaction
    Uni<Void> replace(UUID doctorId, Set<UUID> hospitalIds, @Nullable UUID primaryId) {
        Instant now = now();
        return doctors.lockOpen(doctorId)
                .chain(() -> affiliations.of(doctorId))
                .chain(known -> withNew(doctorId, known, hospitalIds, now))
                .chain(all -> {
                    UUID first = primary(all, hospitalIds, primaryId).orElse(null);
                    // the flag moves away before it arrives: there is one at a time
                    return affiliations
                            .tellThose(all, one -> release(one, hospitalIds, first, now))
                            .chain(affiliations::flush)
                            .chain(() -> affiliations.tellThose(
                                    all,
                                    one -> hospitalIds.contains(one.hospitalId())
                                            && one.claim(one.hospitalId().equals(first), now)));
                });
    }

    @WithTransaction
    Uni<Void> accept(UUID doctorId, UUID hospitalId) {
        return invitation(doctorId, hospitalId)
                .invoke(invitation -> invitation.claim(false, now()))
                .chain(affiliations::tell);
    }

    @WithTransaction
    Uni<Void> decline(UUID doctorId, UUID hospitalId) {
        return invitation(doctorId, hospitalId)
                .invoke(invitation -> invitation.end(now()))
                .chain(affiliations::tell);
    }

    private static boolean release(Affiliation one, Set<UUID> hospitalIds, @Nullable UUID first, Instant now) {
        if (!hospitalIds.contains(one.hospitalId())) {
            return one.isDoctors() && one.end(now);
        }
        return one.isPrimary() && !one.hospitalId().equals(first) && one.stepBack(now);
    }

    /** Without a wish the one that is first stays so; should it have gone, the oldest is. */
    private static Optional<UUID> primary(List<Affiliation> all, Set<UUID> hospitalIds, @Nullable UUID wish) {
        if (wish != null) {
            return Optional.of(wish);
        }
        List<Affiliation> wanted = all.stream()
                .filter(one -> hospitalIds.contains(one.hospitalId()))
                .toList();
        return wanted.stream()
                .filter(Affiliation::isPrimary)
                .findFirst()
                .or(() -> wanted.stream().min(Comparator.comparing(Affiliation::joinedAt)))
                .map(Affiliation::hospitalId);
    }

    private Uni<List<Affiliation>> withNew(UUID doctorId, List<Affiliation> known, Set<UUID> hospitalIds, Instant now) {
        Set<UUID> there = known.stream().map(Affiliation::hospitalId).collect(Collectors.toSet());
        List<Affiliation> added = hospitalIds.stream()
                .filter(hospital -> !there.contains(hospital))
                .sorted()
                .map(hospital -> Affiliation.none(doctorId, hospital, now))
                .toList();
        List<Affiliation> all = new ArrayList<>(known);
        all.addAll(added);
        return added.isEmpty()
                ? Uni.createFrom().item(all)
                : affiliations.persist(added).replaceWith(all);
    }

    private Uni<Affiliation> invitation(UUID doctorId, UUID hospitalId) {
        return doctors.lockOpen(doctorId)
                .chain(() -> affiliations.of(doctorId, hospitalId))
                .map(found -> found.filter(one -> one.standing() == Standing.INVITED)
                        .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such invitation.")));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
