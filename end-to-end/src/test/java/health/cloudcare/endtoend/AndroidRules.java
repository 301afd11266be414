package health.cloudcare.endtoend;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the app's parser and its screens need of the answers of the auth calls; a missing one crashes or blanks a screen. */
final class AndroidRules {

    /** The app knows no other. */
    private static final Map<String, String> ID_OF_ROLE =
            Map.of("PATIENT", "patient_id", "DOCTOR", "doctor_id", "HOSPITAL_ADMIN", "hospital_id");

    private AndroidRules() {}

    static void assertTokens(JsonNode answer, String role) {
        for (String token : List.of("access_token", "refresh_token")) {
            assertText(answer, token);
        }
        assertThat(answer.path("token_type").asText()).isEqualTo("bearer");
        assertUser(answer.path("user"), role);
    }

    static void assertUser(JsonNode user, String role) {
        for (String text : List.of("id", "email", "name")) {
            assertText(user, text);
        }
        assertThat(user.path("role").textValue()).isEqualTo(role).isIn(ID_OF_ROLE.keySet());
        assertText(user, ID_OF_ROLE.get(role));
        // what is typed as a text takes no array and no object
        for (String optional : List.of("patient_id", "doctor_id", "hospital_id", "aadhar_uid", "hospital_code")) {
            assertThat(user.path(optional).isContainerNode()).as(optional).isFalse();
        }
        if (role.equals("PATIENT")) {
            assertThat(user.path("aadhar_uid").textValue()).matches("[0-9a-f]{64}");
        } else {
            assertThat(user.path("hospital_code").textValue()).matches("HC-[A-Z0-9]{6}");
        }
        // the app reads instants that end in Z and no others
        assertThat(user.path("created_at").textValue()).endsWith("Z");
        assertThat(Instant.parse(user.path("created_at").textValue())).isNotNull();
        assertThat(user.path("is_active").isBoolean()).isTrue();
    }

    private static void assertText(JsonNode object, String member) {
        assertThat(object.path(member).isTextual()).as(member + " is a text").isTrue();
        assertThat(object.path(member).textValue()).as(member).isNotBlank();
    }
}
