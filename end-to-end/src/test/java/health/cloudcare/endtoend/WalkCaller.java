package health.cloudcare.endtoend;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.journey.PatientClient;

/** Somebody who takes part in the random walk; the anonymous one has nothing. */
record WalkCaller(
        String role,
        @Nullable String token,
        @Nullable UUID accountId,
        @Nullable UUID profileId) {

    static final WalkCaller ANONYMOUS = new WalkCaller("nobody", null, null, null);

    static WalkCaller of(SignedIn somebody) {
        JsonNode user = somebody.user();
        return new WalkCaller(
                user.path("role").asText(),
                somebody.token(),
                UUID.fromString(user.path("id").asText()),
                somebody.profileId());
    }

    static WalkCaller administrator(Suite suite) {
        String token = suite.administratorToken();
        JsonNode user = suite.gateway()
                .get(PatientClient.ME, Map.of(), token)
                .expect(200)
                .json();
        return new WalkCaller(
                user.path("role").asText(),
                token,
                UUID.fromString(user.path("id").asText()),
                null);
    }

    boolean isPatient(UUID patientId) {
        return role.equals("PATIENT") && patientId.equals(profileId);
    }

    @Override
    public String toString() {
        return role + " " + profileId;
    }
}
