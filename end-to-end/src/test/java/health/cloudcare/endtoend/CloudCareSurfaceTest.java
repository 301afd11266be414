package health.cloudcare.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;

import static health.cloudcare.endtoend.Problems.assertInvalid;
import static health.cloudcare.endtoend.Problems.assertProblem;
import static health.cloudcare.endtoend.Problems.assertSessionEnded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Patients on the app's surface (CloudCare API, section 2): signup, login, refresh and me, with every documented status. */
@WithSuite
@Order(3)
class CloudCareSurfaceTest {

    private static final String REGISTER = "/api/v1/auth/register/patient";
    private static final String REFRESH = "/api/v1/auth/refresh";
    private static final String REQUIRED_OF_PATIENTS = """
            email, password, aadhar_number, first_name, last_name, date_of_birth, gender, phone_primary, address_line1, \
            city, state, postal_code, emergency_contact_name, emergency_contact_phone, emergency_contact_relation""";

    private final Gateway gateway;

    CloudCareSurfaceTest(Suite suite) {
        gateway = suite.gateway();
    }

    @ParameterizedTest
    @ValueSource(strings = {PatientClient.SIGNUP, REGISTER})
    void aPatientSignsUpUnderBothPaths(String path) {
        NewPatient person = NewPatient.invent();

        Answer answer = gateway.post(path, person.signupBody()).expect(201);

        AndroidRules.assertTokens(answer.json(), "PATIENT");
        assertThat(answer.json().path("user").path("email").asText()).isEqualTo(person.email());
        assertThat(answer.json().path("user").path("name").asText()).isEqualTo("Journey Patient");
    }

    @ParameterizedTest
    @CsvSource({
        "O+, O+, O_POSITIVE",
        "AB_NEGATIVE, AB-, AB_NEGATIVE",
        "a_positive, A+, A_POSITIVE",
        "b-, B-, B_NEGATIVE"
    })
    void aBloodGroupMayBeWrittenInBothWaysAndIsShownInBoth(String sent, String type, String group) {
        NewPatient person = NewPatient.invent();
        Map<String, Object> body = with(person, "blood_group", sent);

        SignedIn patient = SignedIn.of(gateway, gateway.post(PatientClient.SIGNUP, body), 201);

        JsonNode profile = profile(patient);
        assertThat(profile.path("blood_type").asText()).isEqualTo(type);
        assertThat(profile.path("blood_group").asText()).isEqualTo(group);
    }

    @Test
    void whatTheAppSendsBeyondTheDocumentsIsIgnoredOrKept() {
        Map<String, Object> body = new HashMap<>(NewPatient.invent().signupBody());
        body.put("middle_name", "M.");
        body.put("phone_secondary", "+14155550100");
        body.put("address_line2", "2nd floor");
        body.put("allergies", List.of("Penicillin"));
        body.put("chronic_conditions", List.of("Asthma"));
        body.put("current_medications", List.of("Salbutamol"));
        body.put("insurance_provider", "Example Insurance");
        body.put("insurance_policy_no", "EX-1");
        body.put("insurance_valid_until", "2030-01-01");
        body.put("favourite_colour", Map.of("of", "nobody's business"));

        SignedIn patient = SignedIn.of(gateway, gateway.post(PatientClient.SIGNUP, body), 201);

        assertThat(profile(patient).path("allergies").toString()).contains("Penicillin");
    }

    @Test
    void anEmailAddressBelongsToOnePatientHoweverItIsWritten() {
        NewPatient person = NewPatient.invent();
        gateway.post(PatientClient.SIGNUP, person.signupBody()).expect(201);

        Map<String, Object> again =
                with(NewPatient.invent(), "email", person.email().toUpperCase(Locale.ROOT));

        assertProblem(gateway.post(PatientClient.SIGNUP, again), 409, "EMAIL_ALREADY_REGISTERED");
        assertProblem(gateway.post(REGISTER, person.signupBody()), 409, "EMAIL_ALREADY_REGISTERED");
    }

    @Test
    void anAadhaarNumberBelongsToOnePatient() {
        NewPatient person = NewPatient.invent();
        gateway.post(PatientClient.SIGNUP, person.signupBody()).expect(201);
        NewPatient other = NewPatient.invent();

        Answer answer = gateway.post(PatientClient.SIGNUP, with(other, "aadhar_number", person.aadhaarNumber()));

        assertProblem(answer, 409, "AADHAAR_ALREADY_REGISTERED");
        assertThat(answer.text()).doesNotContain(person.aadhaarNumber());
        // the refused signup left nothing behind: its e-mail address is free
        gateway.post(PatientClient.SIGNUP, other.signupBody()).expect(201);
    }

    @Test
    void everyRequiredMemberOfAPatientIsAskedForByItsName() {
        for (String member : REQUIRED_OF_PATIENTS.split(", ")) {
            Map<String, Object> body = new HashMap<>(NewPatient.invent().signupBody());
            body.remove(member);

            assertInvalid(gateway.post(PatientClient.SIGNUP, body), member);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "email, not-an-address",
        "password, short",
        "aadhar_number, 123456789012",
        "aadhar_number, 12345",
        "date_of_birth, 2999-01-01",
        "date_of_birth, 15/01/1990",
        "gender, UNHEARD_OF",
        "blood_group, C+",
        "phone_primary, call me",
        "height_cm, tall"
    })
    void aMemberThatMakesNoSenseIsNamed(String member, String value) {
        Answer answer = gateway.post(PatientClient.SIGNUP, with(NewPatient.invent(), member, value));

        assertInvalid(answer, member);
        assertThat(answer.text()).doesNotContain(value);
    }

    @Test
    void aPatientLogsInByEmailAndByAadhaarNumber() {
        NewPatient person = NewPatient.invent();
        String patientId = SignedIn.signedUp(gateway, person).profileId().toString();
        String number = person.aadhaarNumber();
        String spaced = number.substring(0, 4) + " " + number.substring(4, 8) + " " + number.substring(8);

        List<Map<String, String>> ways = List.of(
                Map.of("email", person.email(), "password", person.password()),
                Map.of("email", person.email().toUpperCase(Locale.ROOT), "password", person.password()),
                Map.of("aadhar", number, "password", person.password()),
                Map.of("aadhar", spaced, "password", person.password(), "role", "PATIENT"));

        for (Map<String, String> way : ways) {
            JsonNode tokens = gateway.post(PatientClient.LOGIN, way).expect(200).json();
            AndroidRules.assertTokens(tokens, "PATIENT");
            assertThat(tokens.path("user").path("patient_id").asText()).isEqualTo(patientId);
        }
    }

    @Test
    void nothingTellsAnUnknownAccountFromAWrongPassword() {
        NewPatient known = NewPatient.invent();
        gateway.post(PatientClient.SIGNUP, known.signupBody()).expect(201);
        NewPatient unknown = NewPatient.invent();

        List<String> answers = new ArrayList<>();
        for (Map<String, String> attempt : List.of(
                Map.of("email", known.email(), "password", "wrong-password"),
                Map.of("email", known.email(), "password", "short"),
                Map.of("email", unknown.email(), "password", unknown.password()),
                Map.of("aadhar", unknown.aadhaarNumber(), "password", unknown.password()))) {
            Answer answer = gateway.post(PatientClient.LOGIN, attempt);
            assertProblem(answer, 401, "AUTH_FAILED");
            answers.add(answer.json().path("detail").asText());
        }

        assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void aLoginNamesOnePersonAndTheirOwnRole() {
        NewPatient person = NewPatient.invent();
        gateway.post(PatientClient.SIGNUP, person.signupBody()).expect(201);
        Map<String, String> both =
                Map.of("email", person.email(), "aadhar", person.aadhaarNumber(), "password", person.password());

        assertProblem(gateway.post(PatientClient.LOGIN, both), 422, "VALIDATION_ERROR");
        assertProblem(
                gateway.post(PatientClient.LOGIN, Map.of("password", person.password())), 422, "VALIDATION_ERROR");
        assertInvalid(gateway.post(PatientClient.LOGIN, Map.of("email", "nobody", "password", "12345678")), "email");
        assertInvalid(gateway.post(PatientClient.LOGIN, Map.of("email", person.email())), "password");
        assertProblem(
                gateway.post(
                        PatientClient.LOGIN,
                        Map.of("email", person.email(), "password", person.password(), "role", "DOCTOR")),
                403,
                "ACCESS_DENIED");
    }

    @Test
    void aRefreshTokenIsTakenFromTheBodyOrTheHeaderAndIsGoodOnce() {
        SignedIn first = SignedIn.newPatient(gateway);

        JsonNode second = refreshed(first.refreshToken()).expect(200).json();
        JsonNode third = gateway.post(
                        REFRESH, Map.of(), second.path("refresh_token").asText())
                .expect(200)
                .json();

        for (JsonNode tokens : List.of(second, third)) {
            AndroidRules.assertTokens(tokens, "PATIENT");
            assertThat(tokens.path("refresh_token").asText()).isNotEqualTo(first.refreshToken());
        }
        // the first one was followed by two already: whoever has it is not the client that got them
        assertProblem(refreshed(first.refreshToken()), 401, "AUTH_FAILED");
        assertProblem(refreshed(third.path("refresh_token").asText()), 401, "AUTH_FAILED");
    }

    @Test
    void whatIsNoRefreshTokenRefreshesNothing() {
        SignedIn patient = SignedIn.newPatient(gateway);

        assertProblem(refreshed("nothing-like-it"), 401, "AUTH_FAILED");
        assertProblem(refreshed(patient.token()), 401, "AUTH_FAILED");
        assertInvalid(gateway.post(REFRESH, Map.of()), "refresh_token");
    }

    @Test
    void meIsTheUserOfTheTokenAnswer() {
        SignedIn patient = SignedIn.newPatient(gateway);

        JsonNode me = patient.get(PatientClient.ME).expect(200).json();

        AndroidRules.assertUser(me, "PATIENT");
        for (String member :
                List.of("id", "email", "role", "name", "patient_id", "aadhar_uid", "is_active", "created_at")) {
            assertThat(me.path(member)).as(member).isEqualTo(patient.user().path(member));
        }
        assertProblem(gateway.get(PatientClient.ME), 401, "AUTH_FAILED");
    }

    @Test
    void whoLeavesIsGone() {
        NewPatient person = NewPatient.invent();
        SignedIn patient = SignedIn.signedUp(gateway, person);
        profile(patient);

        JsonNode answer =
                gateway.delete(PatientClient.ME, patient.token()).expect(200).json();

        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(answer.path("message").asText()).isNotBlank();
        assertSessionEnded(patient.get(PatientClient.ME));
        assertProblem(
                gateway.post(PatientClient.LOGIN, Map.of("email", person.email(), "password", person.password())),
                401,
                "AUTH_FAILED");
        assertProblem(refreshed(patient.refreshToken()), 401, "AUTH_FAILED");
        // the profile and its Aadhaar number follow, and then the same person may come back
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() ->
                        gateway.post(PatientClient.SIGNUP, person.signupBody()).status() == 201);
    }

    private Answer refreshed(String refreshToken) {
        return gateway.post(REFRESH, Map.of("refresh_token", refreshToken));
    }

    /** Which is there once the news of the account has arrived. */
    private static JsonNode profile(SignedIn patient) {
        String path = "/api/v1/patients/" + patient.profileId() + "/profile";
        return await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> patient.get(path), answer -> answer.status() == 200)
                .json();
    }

    private static Map<String, Object> with(NewPatient person, String member, Object value) {
        Map<String, Object> body = new HashMap<>(person.signupBody());
        body.put(member, value);
        return body;
    }
}
