package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.DoctorAssigned;
import health.cloudcare.contracts.DoctorUnassigned;
import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.patient.AccountTopic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.consent.ConsentCalls.answered;
import static health.cloudcare.patient.consent.ConsentCalls.as;
import static health.cloudcare.patient.consent.ConsentCalls.list;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A hospital gives an admitted patient to a doctor, who sees what the hospital sees, as long as it does. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class CareTeamTest {

    private final UUID hospital = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();
    private final UUID admission = UUID.randomUUID();
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void theAssignmentOpensWhatTheAdmissionOpensAndItsEndClosesIt() {
        NewPatient patient = aPatient().registered();
        UUID consent = admitted(patient);
        read(patient, 403);
        DoctorAssigned assigned = assigned(patient, consent);

        AccountTopic.send(assigned, assigned);

        read(patient, 200);
        list(patient, "")
                .then()
                .body("find { it.request_type == 'CARE_TEAM' }.doctor_id", equalTo(doctor.toString()))
                .body("find { it.request_type == 'CARE_TEAM' }.status", equalTo("APPROVED"))
                .body("findAll { it.request_type == 'CARE_TEAM' }.size()", equalTo(1));
        AccountTopic.send(unassigned(patient, consent));
        read(patient, 403);
        // told again, it revives nothing
        AccountTopic.send(assigned);
        settled(patient);
        read(patient, 403);
    }

    @Test
    void theDischargeEndsItAndAnAssignmentThatComesLateOpensNothing() {
        NewPatient patient = aPatient().registered();
        UUID consent = admitted(patient);
        AccountTopic.send(assigned(patient, consent));
        read(patient, 200);

        AccountTopic.send(
                new PatientDischarged(now, hospital, patient.patientId(), admission, consent),
                assigned(patient, consent));

        read(patient, 403);
        settled(patient);
        assertThat(live(patient)).isZero();
    }

    @Test
    void thePatientMayRevokeItAlone() {
        NewPatient patient = aPatient().registered();
        UUID consent = admitted(patient);
        AccountTopic.send(assigned(patient, consent));
        read(patient, 200);
        String derived = list(patient, "").path("find { it.request_type == 'CARE_TEAM' }.id");

        answered(patient, derived, "REVOKED");

        read(patient, 403);
        as(Tokens.hospitalAdmin(hospital)).get(profile(patient)).then().statusCode(200);
    }

    @Test
    void nothingIsOpenedForAHospitalThatAdmittedNobody() {
        NewPatient patient = aPatient().registered();
        UUID consent = admitted(patient);

        AccountTopic.send(
                new DoctorAssigned(now, UUID.randomUUID(), patient.patientId(), admission, consent, doctor),
                new DoctorAssigned(now, hospital, UUID.randomUUID(), admission, consent, doctor),
                new DoctorAssigned(now, hospital, patient.patientId(), admission, UUID.randomUUID(), doctor));

        settled(patient);
        assertThat(live(patient)).isZero();
        as(Tokens.doctor(doctor)).get(profile(patient)).then().spec(problem(403, "ACCESS_DENIED"));
    }

    private UUID admitted(NewPatient patient) {
        String id = as(Tokens.hospitalAdmin(hospital))
                .body(Map.of("patient_id", patient.patientId(), "facility_name", "City Hospital"))
                .post("/internal/v1/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("consent_id");
        answered(patient, id, "APPROVED");
        return UUID.fromString(id);
    }

    private DoctorAssigned assigned(NewPatient patient, UUID consent) {
        return new DoctorAssigned(now, hospital, patient.patientId(), admission, consent, doctor);
    }

    private DoctorUnassigned unassigned(NewPatient patient, UUID consent) {
        return new DoctorUnassigned(now, hospital, patient.patientId(), admission, consent, doctor);
    }

    private void read(NewPatient patient, int status) {
        Awaitility.await()
                .until(() -> as(Tokens.doctor(doctor)).get(profile(patient)).statusCode() == status);
    }

    private static String profile(NewPatient patient) {
        return "/api/v1/patients/" + patient.patientId() + "/profile";
    }

    private static long live(NewPatient patient) {
        return Tables.one(
                Long.class,
                "SELECT count(*) FROM consents WHERE patient_id = ? AND request_type = 'CARE_TEAM' AND status = 'APPROVED'",
                patient.patientId());
    }

    /** Until what was told of the hospital before was taken in: events of one hospital keep their order. */
    private void settled(NewPatient patient) {
        NewPatient marker = aPatient().registered();
        UUID consent = admitted(marker);
        AccountTopic.send(new DoctorAssigned(now, hospital, marker.patientId(), UUID.randomUUID(), consent, doctor));
        Awaitility.await().until(() -> live(marker) == 1);
        assertThat(marker.patientId()).isNotEqualTo(patient.patientId());
    }
}
