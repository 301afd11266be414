package health.cloudcare.doctor.affiliation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.doctor.profile.DoctorSummary;
import health.cloudcare.doctor.profile.Doctors;
import health.cloudcare.servicekit.problem.ProblemType;

/** The doctors that a hospital says to work for it. Every change holds the doctor's row, so that one comes after the other. */
@ApplicationScoped
class HospitalStaff {

    /** More than any hospital employs. */
    private static final int MOST = 5_000;

    private final Doctors doctors;
    private final Affiliations affiliations;
    private final Clock clock;

    HospitalStaff(Doctors doctors, Affiliations affiliations, Clock clock) {
        this.doctors = doctors;
        this.affiliations = affiliations;
        this.clock = clock;
    }

    @WithSession
    Uni<List<StaffResponse>> of(UUID hospitalId, Set<Standing> standings) {
        return affiliations.in(hospitalId, standings, MOST).chain(all -> doctors.summaries(
                        all.stream().map(Affiliation::doctorId).toList())
                .map(summaries -> named(all, summaries)));
    }

    /** Invites the doctor, or agrees to what the doctor claims. */
    @WithTransaction
    Uni<StaffResponse> add(UUID hospitalId, @Nullable UUID doctorId, @Nullable String licenseNo) {
        Instant now = now();
        return doctors.lockRegistered(doctorId, licenseNo).chain(doctor -> affiliations
                .of(doctor.id(), hospitalId)
                .chain(known -> known.map(one -> Uni.createFrom().item(one))
                        .orElseGet(() -> affiliations.persist(Affiliation.none(doctor.id(), hospitalId, now))))
                .call(one -> one.invite(now)
                        ? affiliations.tell(one)
                        : Uni.createFrom().voidItem())
                .map(one -> StaffResponse.of(one, doctor)));
    }

    /** Also what was claimed or offered only. */
    @WithTransaction
    Uni<Void> remove(UUID hospitalId, UUID doctorId) {
        return doctors.lock(doctorId)
                .chain(() -> affiliations.of(doctorId, hospitalId))
                .map(found -> found.filter(one -> one.standing() != Standing.ENDED)
                        .orElseThrow(() -> ProblemType.NOT_FOUND.problem("This doctor is not of the hospital.")))
                .call(one -> one.end(now())
                        ? affiliations.tell(one)
                        : Uni.createFrom().voidItem())
                .replaceWithVoid();
    }

    private static List<StaffResponse> named(List<Affiliation> all, List<DoctorSummary> summaries) {
        Map<UUID, DoctorSummary> byId =
                summaries.stream().collect(Collectors.toMap(DoctorSummary::id, Function.identity()));
        return all.stream()
                .flatMap(
                        one -> Stream.ofNullable(byId.get(one.doctorId())).map(doctor -> StaffResponse.of(one, doctor)))
                .sorted(Comparator.comparing(StaffResponse::name).thenComparing(StaffResponse::id))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
