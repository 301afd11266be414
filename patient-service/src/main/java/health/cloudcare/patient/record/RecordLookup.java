package health.cloudcare.patient.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.patient.aadhaar.AadhaarVault;
import health.cloudcare.patient.profile.Patients;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Finds records by the patient's Aadhaar number. A number that nobody has, somebody else's, and one of a patient who opened nothing to
 * the caller are answered alike, so that numbers cannot be tried out.
 */
@ApplicationScoped
class RecordLookup {

    private static final int MOST = 200;

    private static final Comparator<LookupItem> NEWEST_FIRST =
            Comparator.comparing(LookupItem::date).reversed().thenComparing(LookupItem::id);

    private final AadhaarVault vault;
    private final Patients patients;
    private final PartCalls parts;

    RecordLookup(AadhaarVault vault, Patients patients, PartCalls parts) {
        this.vault = vault;
        this.patients = patients;
        this.parts = parts;
    }

    /** In a session of its own, given back before the others are asked. */
    @WithSession
    Uni<Optional<UUID>> patientOf(LookupRequest request) {
        String uid = request.aadharUid();
        var number = request.aadharNumber();
        return uid != null || number == null ? patients.withUid(uid == null ? "" : uid) : vault.patientWith(number);
    }

    Uni<List<LookupItem>> look(Caller caller, Optional<UUID> patient, LookupRequest request) {
        UUID patientId = patient.orElse(null);
        boolean mayBe = patientId != null && (caller.role() != Role.PATIENT || caller.isPatient(patientId));
        if (patientId == null || !mayBe) {
            return Uni.createFrom().failure(unknown());
        }
        UUID hospitalId = request.hospitalId();
        if (hospitalId != null) {
            return ofHospital(new HospitalLookup(patientId, hospitalId));
        }
        return parts.request(patientId, String.valueOf(request.facilityName())).map(asked -> {
            if (!asked) {
                throw unknown();
            }
            return List.of();
        });
    }

    private Uni<List<LookupItem>> ofHospital(HospitalLookup lookup) {
        return parts.documentsOf(lookup)
                .chain(documents -> parts.notesOf(lookup).map(notes -> together(documents, notes)));
    }

    private static List<LookupItem> together(Optional<List<LookupItem>> documents, Optional<List<LookupItem>> notes) {
        if (documents.isEmpty() && notes.isEmpty()) {
            throw unknown();
        }
        return Stream.concat(
                        documents.stream().flatMap(List::stream), notes.stream().flatMap(List::stream))
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .toList();
    }

    private static HttpProblem unknown() {
        return ProblemType.NOT_FOUND.problem("There are no records for this number that you may see.");
    }
}
