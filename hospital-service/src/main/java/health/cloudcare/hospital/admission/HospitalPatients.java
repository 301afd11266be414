package health.cloudcare.hospital.admission;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.hospital.emergency.CaseStatus;
import health.cloudcare.hospital.emergency.EmergencyCases;
import health.cloudcare.hospital.patientservice.PatientCard;
import health.cloudcare.hospital.patientservice.Patients;

/** A hospital's patients. Who they are is patient-service's to tell, and more than a name only of those who are admitted now. */
@ApplicationScoped
class HospitalPatients {

    private static final String RESOURCE = "hospitals/patients";

    private final Admissions admissions;
    private final EmergencyCases cases;
    private final Patients patients;

    HospitalPatients(Admissions admissions, EmergencyCases cases, Patients patients) {
        this.admissions = admissions;
        this.cases = cases;
        this.patients = patients;
    }

    Uni<List<HospitalPatientResponse>> list(UUID hospitalId, StatusFilter filter, String authorization) {
        return admissions.newestIn(hospitalId).chain(all -> emergencies(all)
                .chain(emergencies -> named(shown(all, emergencies, filter), emergencies, authorization)));
    }

    private static List<Admission> shown(List<Admission> all, Map<UUID, CaseStatus> emergencies, StatusFilter filter) {
        return onePerPatient(all, emergencies).stream().filter(filter::shows).toList();
    }

    /** The first counts: they come in the order of their status, and of stays the one that is no emergency, as documented. */
    private static List<Admission> onePerPatient(List<Admission> all, Map<UUID, CaseStatus> emergencies) {
        Map<UUID, Admission> first = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparing(Admission::status)
                        .thenComparing(admission -> emergencies.get(admission.id()) == CaseStatus.IN_TREATMENT))
                .forEach(admission -> first.putIfAbsent(admission.patientId(), admission));
        return List.copyOf(first.values());
    }

    private Uni<List<HospitalPatientResponse>> named(
            List<Admission> shown, Map<UUID, CaseStatus> emergencies, String authorization) {
        List<UUID> ids = shown.stream().map(Admission::patientId).toList();
        Set<UUID> admitted = shown.stream()
                .filter(Admission::isRunning)
                .map(Admission::patientId)
                .collect(Collectors.toSet());
        return patients.cards(authorization, ids, RESOURCE, admitted).map(cards -> named(shown, cards, emergencies));
    }

    @WithSession
    Uni<Map<UUID, CaseStatus>> emergencies(List<Admission> shown) {
        return cases.statusOf(shown.stream().map(Admission::id).toList());
    }

    /** Who left the platform meanwhile has no card, and is not shown. */
    private static List<HospitalPatientResponse> named(
            List<Admission> shown, List<PatientCard> cards, Map<UUID, CaseStatus> emergencies) {
        Map<UUID, PatientCard> byPatient =
                cards.stream().collect(Collectors.toMap(PatientCard::patientId, Function.identity(), (a, b) -> a));
        return shown.stream()
                .flatMap(admission -> Stream.ofNullable(byPatient.get(admission.patientId()))
                        .map(card -> HospitalPatientResponse.of(admission, card, emergencies.get(admission.id()))))
                .toList();
    }
}
