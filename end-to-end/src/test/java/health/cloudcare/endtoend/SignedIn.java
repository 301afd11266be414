package health.cloudcare.endtoend;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;

/** Whoever signed up or in, on any surface that answers with tokens. */
record SignedIn(Gateway gateway, JsonNode tokens) {

    static SignedIn newPatient(Gateway gateway) {
        return signedUp(gateway, NewPatient.invent());
    }

    static SignedIn signedUp(Gateway gateway, NewPatient person) {
        return of(gateway, gateway.post(PatientClient.SIGNUP, person.signupBody()), 201);
    }

    static SignedIn loggedIn(Gateway gateway, NewPatient person) {
        return loggedIn(gateway, Map.of("email", person.email(), "password", person.password()));
    }

    static SignedIn loggedIn(Gateway gateway, Map<String, ?> credentials) {
        return of(gateway, gateway.post(PatientClient.LOGIN, credentials), 200);
    }

    static SignedIn of(Gateway gateway, Answer answer, int status) {
        return new SignedIn(gateway, answer.expect(status).json());
    }

    /** The same session, with the tokens that follow these. */
    SignedIn renewed() {
        return of(gateway, gateway.post("/api/v1/auth/refresh", Map.of("refresh_token", refreshToken())), 200);
    }

    String token() {
        return tokens.path("access_token").asText();
    }

    String refreshToken() {
        return tokens.path("refresh_token").asText();
    }

    String sessionId() {
        return tokens.path("session_id").asText();
    }

    JsonNode user() {
        return tokens.path("user");
    }

    /** Of the profile that the role has. */
    UUID profileId() {
        String member =
                switch (user().path("role").asText()) {
                    case "PATIENT" -> "patient_id";
                    case "DOCTOR" -> "doctor_id";
                    default -> "hospital_id";
                };
        return UUID.fromString(user().path(member).asText());
    }

    Answer get(String path) {
        return gateway.get(path, Map.of(), token());
    }

    Answer post(String path, Object body) {
        return gateway.post(path, body, token());
    }

    @Override
    public String toString() {
        return "SignedIn";
    }
}
