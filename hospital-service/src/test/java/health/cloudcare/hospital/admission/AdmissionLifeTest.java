package health.cloudcare.hospital.admission;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.PatientAdmitted;
import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.hospital.AccountStory;
import health.cloudcare.hospital.HospitalTables;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.admission.ConsentStory.ADMITTED_AT;
import static health.cloudcare.hospital.admission.Ward.as;
import static health.cloudcare.hospital.admission.Ward.discharge;
import static health.cloudcare.hospital.admission.Ward.dischargeOf;
import static health.cloudcare.hospital.admission.Ward.dischargeWithoutAWord;
import static health.cloudcare.hospital.admission.Ward.path;
import static health.cloudcare.hospital.admission.Ward.told;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AdmissionLifeTest {

    @Inject
    HospitalTables tables;

    @Inject
    Ward ward;

    private final UUID patient = UUID.randomUUID();

    @Test
    void anApprovalAdmitsOnceHoweverOftenItIsToldAndTheDischargeFreesTheBed() {
        NewHospital hospital = ward.openHospital(3);
        ConsentStory story = ConsentStory.of(patient, hospital);
        tell(story.requested());
        ward.awaitStatus(story, "PENDING");
        discharge(hospital, patient).then().spec(problem(404, "NOT_FOUND"));

        tell(story.granted(), story.granted(), story.requested(), story.granted());

        ward.awaitStatus(story, "ADMITTED");
        // after the first approval and its repetitions: events of a patient keep their order
        settle(hospital);
        assertThat(tables.admission(story.consentId()))
                .containsEntry("admitted_at", Timestamp.from(ADMITTED_AT))
                .containsEntry("consent_version", 2)
                .containsEntry("has_bed", true);
        assertThat(ward.freeBeds(hospital)).isEqualTo(1);
        as(hospital)
                .body(Map.of("note", " Rest for a week. ", "document_url", "letter.pdf"))
                .post(dischargeOf(patient, hospital))
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", equalTo("Patient discharged"));
        discharge(hospital, patient).then().spec(problem(404, "NOT_FOUND"));

        assertThat(ward.freeBeds(hospital)).isEqualTo(2);
        assertThat(tables.admission(story.consentId()))
                .containsEntry("status", "DISCHARGED")
                .containsEntry("discharge_note", "Rest for a week.")
                .containsEntry("document_url", "letter.pdf")
                .containsEntry("has_bed", false);
        UUID admission = (UUID) tables.admission(story.consentId()).get("id");
        assertThat(told(hospital, PatientDischarged.TYPE, PatientDischarged.class, 1))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("eventId", "occurredAt")
                .containsExactly(new PatientDischarged(
                        ADMITTED_AT, hospital.hospitalId(), patient, admission, story.consentId()));
        assertThat(told(hospital, PatientAdmitted.TYPE, PatientAdmitted.class, 2))
                .filteredOn(event -> event.patientId().equals(patient))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("eventId")
                .containsExactly(
                        new PatientAdmitted(ADMITTED_AT, hospital.hospitalId(), patient, admission, story.consentId()));
    }

    @Test
    void whoFindsNoFreeBedIsNotAdmittedAndLosesNobodyTheirs() throws Exception {
        NewHospital hospital = ward.openHospital(1);
        ConsentStory first = ConsentStory.of(patient, hospital);
        ConsentStory second = ConsentStory.of(UUID.randomUUID(), hospital);
        tell(first.requested(), first.granted());
        ward.awaitStatus(first, "ADMITTED");

        tell(second.granted());

        ward.awaitStatus(second, "CLOSED");
        assertThat(ward.freeBeds(hospital)).isEqualTo(0);
        assertThat(told(hospital, PatientDischarged.TYPE, PatientDischarged.class, 1))
                .extracting(PatientDischarged::consentId)
                .containsExactly(second.consentId());
        assertThat(dischargeWithoutAWord(hospital, second.patientId())).isEqualTo(404);
        discharge(hospital, patient).then().statusCode(200);
        assertThat(ward.freeBeds(hospital)).isEqualTo(1);
    }

    @Test
    void whatComesInLateChangesNothing() {
        NewHospital hospital = ward.openHospital(5);
        ConsentStory overtaken = ConsentStory.of(patient, hospital);
        ConsentStory denied = ConsentStory.of(patient, hospital);
        ConsentStory lapsed = ConsentStory.of(patient, hospital);
        ConsentStory looksOnly = ConsentStory.of(patient, hospital);

        tell(
                overtaken.revoked(3),
                overtaken.granted(),
                overtaken.requested(),
                denied.requested(),
                denied.denied(),
                denied.requested(),
                lapsed.expired(2),
                looksOnly.granted(ADMITTED_AT, "DATA_ACCESS"));

        for (ConsentStory story : List.of(overtaken, denied, lapsed, looksOnly)) {
            ward.awaitStatus(story, "CLOSED");
        }
        settle(hospital);
        assertThat(tables.admission(overtaken.consentId())).containsEntry("consent_version", 3);
        // the marker of settle() alone
        assertThat(ward.freeBeds(hospital)).isEqualTo(4);
    }

    @Test
    void aStayGoesOnWhenItsAccessEndsByItselfAndEndsWithTheNextConsentsDischarge() {
        NewHospital hospital = ward.openHospital(3);
        ConsentStory first = ConsentStory.of(patient, hospital);
        ConsentStory second = ConsentStory.of(patient, hospital);
        tell(first.granted(), first.expired(3));
        ward.awaitVersion(first, 3);
        assertThat(tables.admission(first.consentId())).containsEntry("status", "ADMITTED");

        tell(second.granted());
        ward.awaitStatus(second, "ADMITTED");

        assertThat(ward.freeBeds(hospital)).isEqualTo(2);
        discharge(hospital, patient).then().statusCode(200);
        assertThat(ward.freeBeds(hospital)).isEqualTo(3);
        assertThat(told(hospital, PatientDischarged.TYPE, PatientDischarged.class, 2))
                .extracting(PatientDischarged::consentId)
                .containsExactlyInAnyOrder(first.consentId(), second.consentId());
    }

    @Test
    void aConsentTakenBackEndsTheStayItWasGivenFor() {
        NewHospital hospital = ward.openHospital(3);
        ConsentStory story = ConsentStory.of(patient, hospital);
        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");

        tell(story.revoked(3), story.revoked(3));

        ward.awaitStatus(story, "DISCHARGED");
        settle(hospital);
        assertThat(ward.freeBeds(hospital)).isEqualTo(2);
        assertThat(told(hospital, PatientDischarged.TYPE, PatientDischarged.class, 1))
                .hasSize(1);
    }

    @Test
    void nothingOfAnErasedPatientStaysOrComesBack() {
        NewHospital hospital = ward.openHospital(3);
        ConsentStory over = ConsentStory.of(patient, hospital);
        ConsentStory running = ConsentStory.of(patient, hospital);
        ConsentStory unheard = ConsentStory.of(patient, hospital);
        tell(over.granted());
        ward.awaitStatus(over, "ADMITTED");
        as(hospital)
                .body(Map.of("note", "Rest"))
                .post(dischargeOf(patient, hospital))
                .then()
                .statusCode(200);
        tell(running.granted());
        ward.awaitStatus(running, "ADMITTED");

        tell(running.erased());
        ward.awaitStatus(running, "DISCHARGED");
        tell(running.revoked(3), unheard.requested(), unheard.granted(), unheard.revoked(3));

        ward.awaitVersion(unheard, 3);
        assertThat(tables.admission(over.consentId()))
                .containsEntry("status", "DISCHARGED")
                .doesNotContainKeys("patient_id", "discharge_note");
        assertThat(tables.admission(running.consentId())).doesNotContainKey("patient_id");
        assertThat(tables.admission(unheard.consentId()))
                .containsEntry("status", "CLOSED")
                .doesNotContainKey("patient_id");
        assertThat(ward.freeBeds(hospital)).isEqualTo(3);
        discharge(hospital, patient).then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void aHospitalThatClosesKeepsNobodysAccess() {
        NewHospital hospital = ward.openHospital(3);
        ConsentStory inside = ConsentStory.of(patient, hospital);
        ConsentStory late = ConsentStory.of(UUID.randomUUID(), hospital);
        tell(inside.granted(), late.requested());
        ward.awaitStatus(inside, "ADMITTED");
        ward.awaitStatus(late, "PENDING");

        tell(AccountStory.deleted(hospital));
        ward.awaitStatus(inside, "DISCHARGED");
        tell(late.granted());

        ward.awaitStatus(late, "CLOSED");
        assertThat(told(hospital, PatientDischarged.TYPE, PatientDischarged.class, 2))
                .extracting(PatientDischarged::consentId)
                .containsExactly(inside.consentId(), late.consentId());
    }

    @Test
    void onlyTheHospitalItselfDischarges() {
        NewHospital hospital = ward.openHospital(3);
        NewHospital other = ward.openHospital(3);
        ConsentStory story = ConsentStory.of(patient, hospital);
        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");
        String call = dischargeOf(patient, hospital);
        String unverified = Tokens.hospitalAdminToken(hospital.hospitalId())
                .claim("verified", false)
                .sign();

        for (String token : List.of(
                unverified,
                Tokens.hospitalAdmin(other.hospitalId()),
                Tokens.doctor(UUID.randomUUID()),
                Tokens.patient(patient),
                Tokens.systemAdmin())) {
            as(token).post(call).then().spec(problem(403, "ACCESS_DENIED"));
        }
        given().contentType("application/json").post(call).then().spec(problem(401));
        discharge(other, patient).then().spec(problem(404, "NOT_FOUND"));
        as(hospital)
                .post(path(hospital) + "/patients/not-an-id/discharge")
                .then()
                .spec(problem(422));
        as(hospital).body(Map.of("note", "x".repeat(5001))).post(call).then().spec(invalidField("note"));
        assertThat(tables.admission(story.consentId())).containsEntry("status", "ADMITTED");
    }

    /** Admits one more behind everything that was told of the patient. */
    private void settle(NewHospital hospital) {
        ConsentStory marker = new ConsentStory(UUID.randomUUID(), UUID.randomUUID(), hospital.hospitalId());
        AccountStory.tellUnder(patient.toString(), marker.granted());
        ward.awaitStatus(marker, "ADMITTED");
    }
}
