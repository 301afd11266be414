package health.cloudcare.hospital.admission;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import health.cloudcare.hospital.staff.Attendance;
import health.cloudcare.hospital.staff.AttendingDoctors;

/** Gives patients who are in to doctors who work there. Whose first consent ended by itself may be in by a second one too. */
@ApplicationScoped
class Assignments {

    private final Beds beds;
    private final Admissions admissions;
    private final AttendingDoctors attending;
    private final Clock clock;

    Assignments(Beds beds, Admissions admissions, AttendingDoctors attending, Clock clock) {
        this.beds = beds;
        this.admissions = admissions;
        this.attending = attending;
        this.clock = clock;
    }

    /** Whether the doctor did not attend before. By the newest stay: of the others the consent may have ended. */
    @WithTransaction
    Uni<Boolean> assign(UUID hospitalId, UUID patientId, UUID doctorId) {
        return locked(hospitalId, patientId).chain(stays -> attending.assignStaff(stays.getFirst(), doctorId, now()));
    }

    /** By whichever stay. */
    @WithTransaction
    Uni<Void> end(UUID hospitalId, UUID patientId, UUID doctorId) {
        return locked(hospitalId, patientId)
                .chain(stays -> ofEach(stays, stay -> attending.end(stay, doctorId, now())))
                .chain(attended -> attended.contains(true)
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(AdmissionProblems.notAttending()));
    }

    /** By whichever stay, each once. */
    @WithSession
    Uni<List<UUID>> of(UUID hospitalId, UUID patientId) {
        return admissions
                .running(hospitalId, patientId)
                .chain(stays -> ofEach(stays, attending::of))
                .map(doctors ->
                        doctors.stream().flatMap(List::stream).distinct().toList());
    }

    /** The hospital's lock first, as everybody does who ends stays. */
    private Uni<List<Attendance>> locked(UUID hospitalId, UUID patientId) {
        return beds.lock(hospitalId).chain(() -> admissions.running(hospitalId, patientId));
    }

    private static <T> Uni<List<T>> ofEach(List<Attendance> stays, Function<Attendance, Uni<T>> step) {
        return Multi.createFrom()
                .iterable(stays)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
