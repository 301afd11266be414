package health.cloudcare.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static health.cloudcare.endtoend.Lists.notices;
import static health.cloudcare.endtoend.Lists.texts;
import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who works in a hospital, who lies there, and who sees whom because of it. */
@WithSuite
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HospitalWardTest {

    private final Suite suite;
    private final Gateway gateway;
    private SignedIn hospital;

    HospitalWardTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @BeforeAll
    void people() {
        hospital = Hospitals.verified(suite);
    }

    @Test
    void aDoctorSeesWhomTheHospitalGivesThemAndLosesThatByLeavingAndNothingElse() {
        SignedIn patient = SignedIn.newPatient(gateway);
        SignedIn own = SignedIn.newPatient(gateway);
        SignedIn leaving = Hospitals.verifiedDoctorOf(hospital);
        Consents.granted(own, leaving);
        admit(patient, Map.of("severity", "HIGH", "condition", "Fall", "department", "Surgery"));
        String doctors = at("/patients/" + patient.profileId() + "/doctors");
        await().until(() ->
                hospital.post(doctors, Map.of("doctor_id", leaving.profileId())).status() == 200);

        awaitRead(leaving, patient, 200);
        awaitRead(leaving, own, 200);
        assertThat(leaving.get("/api/v1/patients/" + patient.profileId() + "/notes")
                        .status())
                .isEqualTo(200);
        JsonNode dashboard = hospital.get(at("/dashboard")).expect(200).json();
        assertThat(dashboard.path("active_doctors").asInt()).isPositive();
        assertThat(dashboard.path("emergency_cases").asInt()).isPositive();
        await().until(() -> notices(leaving).contains("PATIENT_ASSIGNED"));
        int before = dashboard.path("total_doctors").asInt();

        gateway.send("DELETE", at("/doctors/" + leaving.profileId()), bearer(hospital))
                .expect(200);

        awaitRead(leaving, patient, 403);
        assertThat(leaving.get(profile(own)).status())
                .as("by the patient's own consent")
                .isEqualTo(200);
        await().until(() -> hospital.get(at("/dashboard"))
                        .expect(200)
                        .json()
                        .path("total_doctors")
                        .asInt()
                == before - 1);
        assertThat(hospital.get(profile(patient)).status()).isEqualTo(200);
        Consents.discharge(hospital, patient).expect(200);
        awaitRead(hospital, patient, 403);
    }

    @Test
    void aDoctorIsInvitedAcceptsAndAttends() {
        SignedIn elsewhere = Hospitals.verified(suite);
        SignedIn patient = SignedIn.newPatient(gateway);
        SignedIn invited = Hospitals.verifiedDoctorOf(elsewhere);
        hospital.post(at("/doctors"), Map.of("doctor_id", invited.profileId())).expect(200);
        await().until(() -> notices(invited).contains("AFFILIATION"));
        String invitations = "/api/v1/doctors/" + invited.profileId() + "/invitations";
        assertThat(invited.get(invitations)
                        .expect(200)
                        .json()
                        .path(0)
                        .path("hospital_id")
                        .asText())
                .isEqualTo(hospital.profileId().toString());

        invited.post(invitations + "/" + hospital.profileId(), Map.of()).expect(200);

        assertThat(invited.get("/api/v1/doctors/" + invited.profileId() + "/hospitals")
                        .expect(200)
                        .json())
                .hasSize(2);
        assertThat(ids(hospital.get(at("/doctors")).expect(200).json()))
                .contains(invited.profileId().toString());
        admit(patient, Map.of());
        String doctors = at("/patients/" + patient.profileId() + "/doctors");
        await().until(() ->
                hospital.post(doctors, Map.of("doctor_id", invited.profileId())).status() == 200);
        awaitRead(invited, patient, 200);
        Consents.discharge(hospital, patient).expect(200);
        awaitRead(invited, patient, 403);
    }

    @Test
    void ofAllWhoApproveAtOnceAsManyAreAdmittedAsThereAreBeds() {
        SignedIn small = Hospitals.verified(suite);
        gateway.send("PUT", at(small, "/resources"), Map.of("total_beds", 3), bearer(small))
                .expect(200);
        List<SignedIn> patients = Together.all(IntStream.range(0, 12)
                .mapToObj(i -> (Callable<SignedIn>) () -> SignedIn.newPatient(gateway))
                .toList());
        List<String> consents = new ArrayList<>();
        for (SignedIn patient : patients) {
            consents.add(await().atMost(Imports.PATIENCE)
                    .until(
                            () -> small.post(at(small, "/admit"), Map.of("patient_id", patient.profileId())),
                            answer -> answer.status() == 200)
                    .json()
                    .path("consent_id")
                    .asText());
        }

        Together.all(IntStream.range(0, 12)
                .mapToObj(i -> (Callable<Answer>) () -> Consents.approve(patients.get(i), consents.get(i), Map.of()))
                .toList());

        await().atMost(Imports.PATIENCE)
                .until(() -> statuses(small).equals(List.of("Admitted", "Admitted", "Admitted")));
        JsonNode dashboard = small.get(at(small, "/dashboard")).expect(200).json();
        assertThat(dashboard.path("available_beds").asInt()).isZero();
        assertThat(dashboard.path("occupied_beds").asInt()).isEqualTo(3);
        assertThat(dashboard.path("occupancy_rate").asDouble()).isEqualTo(100.0);
        assertProblem(
                small.post(at(small, "/admit"), Map.of("patient_id", UUID.randomUUID())), 409, "NO_BED_AVAILABLE");
        // whoever found none is not looked at
        await().atMost(Imports.PATIENCE)
                .until(() -> patients.stream()
                                .filter(patient -> small.get(profile(patient)).status() == 200)
                                .count()
                        == 3);
    }

    private void admit(SignedIn patient, Map<String, Object> said) {
        Map<String, Object> body = new HashMap<>(said);
        body.put("patient_id", patient.profileId());
        String consent = await().atMost(Imports.PATIENCE)
                .until(() -> hospital.post(at("/admit"), body), answer -> answer.status() == 200)
                .json()
                .path("consent_id")
                .asText();
        Consents.approve(patient, consent, Map.of()).expect(200);
    }

    private List<String> statuses(SignedIn of) {
        return texts(of.get(at(of, "/patients")).expect(200).json(), "status");
    }

    private static List<String> ids(JsonNode list) {
        return texts(list, "id");
    }

    private static void awaitRead(SignedIn reader, SignedIn patient, int status) {
        await(reader.user().path("role").asText() + " is answered " + status)
                .atMost(Imports.PATIENCE)
                .until(() -> reader.get(profile(patient)).status() == status);
    }

    private static String profile(SignedIn patient) {
        return "/api/v1/patients/" + patient.profileId() + "/profile";
    }

    private String at(String path) {
        return at(hospital, path);
    }

    private static String at(SignedIn of, String path) {
        return "/api/v1/hospitals/" + of.profileId() + path;
    }

    private static Map<String, String> bearer(SignedIn somebody) {
        return Map.of("Authorization", "Bearer " + somebody.token());
    }
}
