package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.hospital.profile.Hospitals;
import health.cloudcare.servicekit.access.Scope;

@ApplicationScoped
class PatientAdmissions {

    private final Admissions admissions;
    private final Hospitals hospitals;

    PatientAdmissions(Admissions admissions, Hospitals hospitals) {
        this.admissions = admissions;
        this.hospitals = hospitals;
    }

    @WithSession
    Uni<List<AdmissionResponse>> list(UUID patientId, Scope scope) {
        return admissions
                .staysOf(patientId)
                .map(stays ->
                        stays.stream().filter(stay -> scope.hasDay(dayOf(stay))).toList())
                .chain(this::withHospitals);
    }

    private Uni<List<AdmissionResponse>> withHospitals(List<Admission> stays) {
        return hospitals
                .namesOf(stays.stream().map(Admission::hospitalId).collect(Collectors.toSet()))
                .map(names -> responses(stays, names));
    }

    private static List<AdmissionResponse> responses(List<Admission> stays, Map<UUID, String> names) {
        return stays.stream()
                .map(stay -> AdmissionResponse.of(stay, names.getOrDefault(stay.hospitalId(), "")))
                .toList();
    }

    /** The patient's zone is not known here. */
    private static LocalDate dayOf(Admission stay) {
        Instant admittedAt = stay.admittedAt();
        return LocalDate.ofInstant(admittedAt == null ? Instant.EPOCH : admittedAt, ZoneOffset.UTC);
    }
}
