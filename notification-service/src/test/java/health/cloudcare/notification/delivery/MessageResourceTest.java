package health.cloudcare.notification.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithBackingServices({BackingService.MONGO, BackingService.KAFKA, BackingService.SMTP})
class MessageResourceTest {

    private static final Map<String, String> EVERY_PARAMETER =
            Map.of("code", "1234567890", "valid_minutes", "1234567890", "locked_minutes", "1234567890");

    @Inject
    MessageTexts texts;

    @Test
    void showsSmsInTheOutbox() {
        String id = send(message("SMS", "+919000000001", "verification-code"))
                .statusCode(202)
                .extract()
                .path("message_id");

        given().get("/outbox?to=+919000000001")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("messages[0].id", equalTo(id))
                .body("messages[0].channel", equalTo("SMS"))
                .body("messages[0].to", equalTo("+919000000001"))
                .body("messages[0].text", containsString("481516 is your CloudCare verification code"))
                .body("messages[0].sent_at", matchesPattern(".*Z"))
                .body("messages.to", everyItem(equalTo("+919000000001")));
    }

    @Test
    void showsMailInTheOutbox() {
        send(message("EMAIL", "ann@home.example", "password-reset-code")).statusCode(202);

        given().queryParam("to", "Ann@home.example")
                .get("/outbox")
                .then()
                .statusCode(200)
                .body("messages", hasSize(1))
                .body("messages[0].channel", equalTo("EMAIL"))
                .body("messages[0].subject", equalTo("Your CloudCare password reset code"))
                .body("messages[0].text", containsString("    481516\n"));
        given().queryParam("to", "nobody@home.example").get("/outbox").then().body("messages", hasSize(0));
    }

    @Test
    void showsBrowsersAPageAndOthersJson() {
        send(message("EMAIL", "o'neil&co@home.example", "sign-in-code")).statusCode(202);

        given().header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get("/outbox")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Local outbox"), containsString("481516"))
                .body(containsString("o&#39;neil&amp;co@home.example"), not(containsString("o'neil&co")));
        given().header("Accept", "*/*").get("/outbox").then().contentType("application/json");
    }

    @Test
    void answersServicesAlone() {
        Map<String, Object> message = message("SMS", "+919000000001", "verification-code");

        given().contentType("application/json")
                .body(message)
                .post("/internal/v1/messages")
                .then()
                .spec(problem(401, ProblemType.UNAUTHENTICATED.code()));
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .contentType("application/json")
                .body(message)
                .post("/internal/v1/messages")
                .then()
                .spec(problem(403, ProblemType.FORBIDDEN.code()));
    }

    @ParameterizedTest
    @CsvSource({
        "SMS, 9000000001, verification-code, to",
        "SMS, ann@home.example, verification-code, to",
        "EMAIL, +919000000001, verification-code, to",
        "EMAIL, 'ann@home.example,bob@home.example', verification-code, to",
        "EMAIL, 'ann@home.example\r\nRCPT TO:<bob@home.example>', verification-code, to",
        "SMS, , verification-code, to",
        "PIGEON, +919000000001, verification-code, channel",
        ", +919000000001, verification-code, channel",
        "SMS, +919000000001, love-letter, template",
        "SMS, +919000000001, , template",
        "SMS, +919000000001, account-locked, parameters.locked_minutes"
    })
    void refusesWhatItCannotSend(String channel, String to, String template, String field) {
        send(message(channel, to, template)).spec(invalidField(field));
    }

    @Test
    void refusesParametersThatSayMoreThanACode() {
        Map<String, Object> message = Map.of(
                "channel",
                "SMS",
                "to",
                "+919000000001",
                "template",
                "verification-code",
                "parameters",
                Map.of("code", "call +15550000 now", "valid_minutes", "10"));

        send(message).spec(invalidField("parameters.code"));
        send(Map.of("channel", "SMS", "to", "+919000000001", "template", "verification-code"))
                .spec(invalidField("parameters.code"));
        send(Map.of()).spec(problem(422));
    }

    @ParameterizedTest
    @EnumSource(MessageTemplate.class)
    void putsEveryTemplateIntoWords(MessageTemplate template) {
        SendMessageRequest sms = new SendMessageRequest(Channel.SMS, "+919000000001", template, EVERY_PARAMETER);
        SendMessageRequest mail = new SendMessageRequest(Channel.EMAIL, "ann@home.example", template, EVERY_PARAMETER);

        // one text message: 160 characters of the GSM alphabet, which has these of ASCII in one unit
        assertThat(texts.sms(UUID.randomUUID(), sms).text())
                .matches("[A-Za-z0-9 .,:;?!'()@/&%+*=<>#\"-]{1,160}")
                .contains("CloudCare");
        Email email = texts.email(UUID.randomUUID(), mail);
        assertThat(email.subject()).contains("CloudCare").doesNotContain("1234567890");
        assertThat(email.text()).contains("CloudCare").doesNotContain("{", "<");
        assertThat(email.html())
                .startsWith("<!doctype html>")
                .contains("CloudCare")
                .doesNotContain("{");
        assertThat(email.text().contains("1234567890"))
                .isEqualTo(!template.parameters().isEmpty());
    }

    private static ValidatableResponse send(Map<String, Object> message) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body(message)
                .post("/internal/v1/messages")
                .then();
    }

    private static Map<String, Object> message(String channel, String to, String template) {
        Map<String, Object> message = new HashMap<>();
        message.put("channel", channel);
        message.put("to", to);
        message.put("template", template);
        message.put("parameters", Map.of("code", "481516", "valid_minutes", "10"));
        return message;
    }
}
