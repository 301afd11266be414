package health.cloudcare.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewDoctor;
import health.cloudcare.journey.NewHospital;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;

import static health.cloudcare.endtoend.Problems.assertInvalid;
import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Doctors and hospitals on the app's surface, and how they come to be verified. */
@WithSuite
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudCareProfessionalsTest {

    private static final List<String> REQUIRED_OF_DOCTORS = List.of(
            "email",
            "password",
            "medical_license_no",
            "first_name",
            "last_name",
            "phone_primary",
            "specialization",
            "hospital_code");
    private static final List<String> REQUIRED_OF_HOSPITALS =
            List.of("email", "password", "name", "phone_primary", "address_line1", "city", "state", "postal_code");

    private final Suite suite;
    private final Gateway gateway;
    private final SignedIn hospital;

    CloudCareProfessionalsTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
        hospital = Hospitals.signedUp(gateway);
    }

    @Test
    void aHospitalSignsUpAndIsGivenACode() {
        AndroidRules.assertTokens(hospital.tokens(), "HOSPITAL_ADMIN");
        assertThat(hospital.user().path("name").asText()).startsWith("Journey Hospital");
        assertThat(hospital.user().path("is_verified").asBoolean(true)).isFalse();
        assertThat(Hospitals.code(Hospitals.signedUp(gateway))).isNotEqualTo(Hospitals.code(hospital));
    }

    @ParameterizedTest
    @CsvSource({"accreditations, {NABH}", "accreditation, {NABH}"})
    void anAccreditationMayBeWrittenInBothWays(String member, String stored) {
        NewHospital invented = NewHospital.invent();
        Map<String, Object> body = new HashMap<>(invented.signupBody());
        body.remove("accreditations");
        body.put(member, member.endsWith("s") ? List.of("NABH") : "NABH");

        SignedIn signedUp = SignedIn.of(gateway, gateway.post(Hospitals.SIGNUP, body), 201);

        assertThat(suite.stores()
                        .select("hospital", "SELECT accreditations FROM hospital WHERE id = ?", signedUp.profileId()))
                .containsExactly(stored);
    }

    @Test
    void whatTheWebSendsOfAHospitalIsTakenAndDuplicatesAreNot() {
        Map<String, Object> body = new HashMap<>(NewHospital.invent().signupBody());
        body.put("registration_no", "REG-" + UUID.randomUUID());
        body.put("license_no", "LIC-" + UUID.randomUUID());
        body.put("website", "https://hospital.example");
        body.put("latitude", 12.97);
        body.put("longitude", 77.59);
        body.put("telemedicine_enabled", true);
        gateway.post(Hospitals.SIGNUP, body).expect(201);

        assertProblem(gateway.post(Hospitals.SIGNUP, body), 409, "EMAIL_ALREADY_REGISTERED");
        body.put("email", NewHospital.invent().email());
        assertProblem(gateway.post(Hospitals.SIGNUP, body), 409, "REGISTRATION_NO_ALREADY_REGISTERED");
        body.remove("registration_no");
        assertProblem(gateway.post(Hospitals.SIGNUP, body), 409, "LICENSE_NO_ALREADY_REGISTERED");
        body.remove("license_no");
        gateway.post(Hospitals.SIGNUP, body).expect(201);
    }

    @Test
    void everyRequiredMemberOfAHospitalIsAskedForByItsName() {
        for (String member : REQUIRED_OF_HOSPITALS) {
            assertInvalid(
                    gateway.post(Hospitals.SIGNUP, without(NewHospital.invent().signupBody(), member)), member);
        }
        Map<String, Object> body = new HashMap<>(NewHospital.invent().signupBody());
        body.put("total_beds", -1);
        assertInvalid(gateway.post(Hospitals.SIGNUP, body), "total_beds");
        body.put("total_beds", 1);
        body.put("facility_type", "PALACE");
        assertInvalid(gateway.post(Hospitals.SIGNUP, body), "facility_type");
    }

    @Test
    void aDoctorJoinsAHospitalByItsCode() {
        SignedIn doctor = Hospitals.doctorOf(hospital, NewDoctor.invent());

        AndroidRules.assertTokens(doctor.tokens(), "DOCTOR");
        assertThat(doctor.user().path("name").asText()).isEqualTo("Dr. Journey Doctor");
        assertThat(doctor.user().path("hospital_code").asText()).isEqualTo(Hospitals.code(hospital));
        assertThat(doctor.user().path("is_verified").asBoolean(true)).isFalse();
        assertThat(suite.stores()
                        .select(
                                "doctor",
                                "SELECT hospital_id::text FROM affiliation WHERE doctor_id = ? AND is_primary",
                                doctor.profileId()))
                .containsExactly(hospital.profileId().toString());
    }

    @ParameterizedTest
    @CsvSource({"languages", "languages_spoken"})
    void languagesMayBeWrittenInBothWays(String member) {
        Hospitals.doctorOf(hospital, NewDoctor.invent());
        Map<String, Object> body = without(NewDoctor.invent().signupBody(Hospitals.code(hospital)), "languages");
        body.put(member, List.of("Tulu"));

        SignedIn doctor = SignedIn.of(gateway, gateway.post(Hospitals.SIGNUP_OF_DOCTOR, body), 201);

        assertThat(suite.stores().select("doctor", "SELECT languages FROM doctor WHERE id = ?", doctor.profileId()))
                .containsExactly("{Tulu}");
    }

    @Test
    void noDoctorJoinsAHospitalThatDoesNotExist() {
        for (String code : List.of("HC-ZZZZZZ", "nothing like a code")) {
            Answer answer =
                    gateway.post(Hospitals.SIGNUP_OF_DOCTOR, NewDoctor.invent().signupBody(code));
            assertProblem(answer, 404, "HOSPITAL_CODE_NOT_FOUND");
        }
    }

    @Test
    void aLicenceAndAnEmailAddressBelongToOneDoctor() {
        NewDoctor doctor = NewDoctor.invent();
        Hospitals.doctorOf(hospital, doctor);
        NewDoctor other = NewDoctor.invent();
        Map<String, Object> sameLicence = other.signupBody(Hospitals.code(hospital));
        sameLicence.put("medical_license_no", doctor.licenseNo().toLowerCase(Locale.ROOT));

        assertProblem(gateway.post(Hospitals.SIGNUP_OF_DOCTOR, sameLicence), 409, "LICENSE_ALREADY_REGISTERED");
        assertProblem(
                gateway.post(Hospitals.SIGNUP_OF_DOCTOR, doctor.signupBody(Hospitals.code(hospital))),
                409,
                "EMAIL_ALREADY_REGISTERED");
        // one account per address, whatever its role
        Map<String, Object> asPatient = new HashMap<>(NewPatient.invent().signupBody());
        asPatient.put("email", doctor.email());
        assertProblem(gateway.post(PatientClient.SIGNUP, asPatient), 409, "EMAIL_ALREADY_REGISTERED");
        Hospitals.doctorOf(hospital, other);
    }

    @Test
    void everyRequiredMemberOfADoctorIsAskedForByItsName() {
        Hospitals.doctorOf(hospital, NewDoctor.invent());
        String code = Hospitals.code(hospital);
        for (String member : REQUIRED_OF_DOCTORS) {
            assertInvalid(
                    gateway.post(
                            Hospitals.SIGNUP_OF_DOCTOR,
                            without(NewDoctor.invent().signupBody(code), member)),
                    member);
        }
        Map<String, Object> body = NewDoctor.invent().signupBody(code);
        body.put("experience_years", -1);
        assertInvalid(gateway.post(Hospitals.SIGNUP_OF_DOCTOR, body), "experience_years");
    }

    @Test
    void doctorsAndHospitalsLogInAndRefresh() {
        NewDoctor invented = NewDoctor.invent();
        Hospitals.doctorOf(hospital, invented);

        SignedIn doctor =
                SignedIn.loggedIn(gateway, Map.of("email", invented.email(), "password", invented.password()));

        AndroidRules.assertTokens(doctor.tokens(), "DOCTOR");
        for (SignedIn somebody : List.of(doctor, hospital)) {
            String role = somebody.user().path("role").asText();
            JsonNode refreshed = gateway.post("/api/v1/auth/refresh", Map.of("refresh_token", somebody.refreshToken()))
                    .expect(200)
                    .json();
            AndroidRules.assertTokens(refreshed, role);
            AndroidRules.assertUser(somebody.get(PatientClient.ME).expect(200).json(), role);
        }
    }

    @Test
    void aHospitalIsListedAndVouchesForItsDoctorsOnceAnAdministratorVouchedForIt() {
        SignedIn ours = Hospitals.signedUp(gateway);
        NewDoctor invented = NewDoctor.invent();
        SignedIn doctor = Hospitals.doctorOf(ours, invented);
        String verifyDoctor = "/api/v1/auth/doctors/" + doctor.profileId() + "/verify";

        assertProblem(ours.post(verifyDoctor, Map.of()), 403, "ACCESS_DENIED");
        assertProblem(doctor.post(verifyDoctor, Map.of()), 403, "ACCESS_DENIED");
        assertThat(listedCodes()).doesNotContain(Hospitals.code(ours));
        Hospitals.vouchForHospital(suite, ours);

        await().atMost(Imports.PATIENCE).pollInterval(Imports.LOOK).untilAsserted(() -> assertThat(listedCodes())
                .contains(Hospitals.code(ours)));
        ours.post(verifyDoctor, Map.of()).expect(200);
        assertProblem(hospital.post(verifyDoctor, Map.of()), 403, "ACCESS_DENIED");
        SignedIn again = SignedIn.loggedIn(gateway, Map.of("email", invented.email(), "password", invented.password()));
        assertThat(again.user().path("is_verified").asBoolean()).isTrue();
    }

    /** The list is open, and answers with and without the slash that the app sends. */
    private List<String> listedCodes() {
        assertThat(gateway.get("/api/v1/hospitals").expect(200).text())
                .isEqualTo(gateway.get("/api/v1/hospitals/").expect(200).text());
        return gateway.get("/api/v1/hospitals/").expect(200).json().findValuesAsText("hospital_code");
    }

    private static Map<String, Object> without(Map<String, Object> body, String member) {
        Map<String, Object> rest = new HashMap<>(body);
        rest.remove(member);
        return rest;
    }
}
