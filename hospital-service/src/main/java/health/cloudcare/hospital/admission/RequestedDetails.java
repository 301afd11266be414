package health.cloudcare.hospital.admission;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.emergency.EmergencyCases;
import health.cloudcare.hospital.emergency.NewCase;
import health.cloudcare.hospital.emergency.Severity;
import health.cloudcare.hospital.staff.AttendingDoctors;

/** What the hospital said of an admission stays with the hospital: it waits here for the patient's answer. */
@ApplicationScoped
class RequestedDetails {

    private final Admissions admissions;
    private final EmergencyCases cases;
    private final AttendingDoctors attending;
    private final Clock clock;

    RequestedDetails(Admissions admissions, EmergencyCases cases, AttendingDoctors attending, Clock clock) {
        this.admissions = admissions;
        this.cases = cases;
        this.attending = attending;
        this.clock = clock;
    }

    /** The consent topic may have told of the request before. */
    @WithTransaction
    Uni<Void> keep(UUID consentId, UUID hospitalId, AdmitRequest request) {
        return admissions
                .lock(consentId, hospitalId, now())
                .invoke(admission -> admission.describe(request.patientId(), request.details()))
                .chain(admission -> triage(admission, request.severity()).chain(() -> assignIfRunning(admission)));
    }

    /** What cannot wait is an emergency, from the moment it is asked for; what can wait after all is none. */
    private Uni<Void> triage(Admission admission, @Nullable Severity severity) {
        if (severity != null && (admission.isPending() || admission.isRunning())) {
            return openCase(admission, severity);
        }
        return admission.isPending()
                ? cases.drop(admission.id(), now())
                : Uni.createFrom().voidItem();
    }

    /** The patient may have approved before the hospital's words were here: then the doctor was not known. */
    private Uni<Void> assignIfRunning(Admission admission) {
        return admission.isRunning()
                ? attending.assignIfStaff(
                        admission.attendance(), admission.details().doctorId(), now())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> openCase(Admission admission, Severity severity) {
        AdmissionDetails said = admission.details();
        NewCase opened = new NewCase(
                admission.id(),
                admission.hospitalId(),
                admission.patientId(),
                said.doctorId(),
                said.condition(),
                severity,
                said.department());
        return cases.open(opened, admission.isRunning(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
