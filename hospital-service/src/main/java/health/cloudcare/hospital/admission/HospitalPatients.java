package health.cloudcare.hospital.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.hospital.patientservice.PatientCard;
import health.cloudcare.hospital.patientservice.Patients;

/** A hospital's patients. Who they are is patient-service's to tell, and more than a name only of those who are admitted now. */
@ApplicationScoped
class HospitalPatients {

    private static final String RESOURCE = "hospitals/patients";

    private final Admissions admissions;
    private final Patients patients;

    HospitalPatients(Admissions admissions, Patients patients) {
        this.admissions = admissions;
        this.patients = patients;
    }

    Uni<List<HospitalPatientResponse>> list(UUID hospitalId, StatusFilter filter, String authorization) {
        return admissions
                .newestIn(hospitalId)
                .map(HospitalPatients::onePerPatient)
                .map(all -> all.stream().filter(filter::shows).toList())
                .chain(shown -> named(shown, authorization));
    }

    /** The first counts: they come in the order of their status. */
    private static List<Admission> onePerPatient(List<Admission> all) {
        Map<UUID, Admission> first = new LinkedHashMap<>();
        all.forEach(admission -> first.putIfAbsent(admission.patientId(), admission));
        return List.copyOf(first.values());
    }

    private Uni<List<HospitalPatientResponse>> named(List<Admission> shown, String authorization) {
        List<UUID> ids = shown.stream().map(Admission::patientId).toList();
        Set<UUID> admitted = shown.stream()
                .filter(Admission::isRunning)
                .map(Admission::patientId)
                .collect(Collectors.toSet());
        return patients.cards(authorization, ids, RESOURCE, admitted).map(cards -> named(shown, cards));
    }

    /** Who left the platform meanwhile has no card, and is not shown. */
    private static List<HospitalPatientResponse> named(List<Admission> shown, List<PatientCard> cards) {
        Map<UUID, PatientCard> byPatient =
                cards.stream().collect(Collectors.toMap(PatientCard::patientId, Function.identity(), (a, b) -> a));
        return shown.stream()
                .flatMap(admission -> Stream.ofNullable(byPatient.get(admission.patientId()))
                        .map(card -> HospitalPatientResponse.of(admission, card)))
                .toList();
    }
}
