package health.cloudcare.endtoend;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static health.cloudcare.endtoend.Problems.assertInvalid;
import static health.cloudcare.endtoend.Problems.assertProblem;
import static health.cloudcare.endtoend.Problems.assertTooMany;
import static org.assertj.core.api.Assertions.assertThat;

/** AV-01 to AV-06: signing up and in with codes by SMS, and every documented refusal. */
@WithSuite
@Order(3)
class OtpSurfaceTest {

    private final Suite suite;
    private final Gateway gateway;

    OtpSurfaceTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @Test
    void aTelephoneSignsUpAndIsSignedIn() {
        Telephone telephone = Telephone.with(suite);

        JsonNode sent = telephone.signUp().expect(200).json();
        Answer verified = telephone.verifySignUp(sent.path("id").asText(), telephone.code());

        assertThat(sent.path("success").asBoolean()).isTrue();
        assertThat(sent.path("status").asText()).isEqualTo("success");
        assertThat(sent.path("message").asText())
                .isNotBlank()
                .isEqualTo(sent.path("detail").asText());
        assertThat(sent.path("transaction_id").asText())
                .isEqualTo(sent.path("id").asText());
        assertSignedIn(verified, telephone, "PATIENT");
    }

    @Test
    void aTelephoneSignsInAgain() {
        Telephone telephone = Telephone.with(suite);
        Browser first = telephone.signedUp();

        JsonNode sent = telephone.signIn().expect(200).json();
        Answer verified = telephone.verifySignIn(sent.path("id").asText(), telephone.code());

        assertThat(sent.path("transaction_id").asText())
                .isEqualTo(sent.path("id").asText());
        assertSignedIn(verified, telephone, "PATIENT");
        // signing in elsewhere signs nobody out
        first.get(Browser.SESSION).expect(200);
    }

    @ParameterizedTest
    @CsvSource({"role, doctor", "user_type, doctor", "user_type, DOCTOR"})
    void theRoleMayBeWrittenInBothWays(String member, String role) {
        Telephone telephone = Telephone.with(suite);
        Map<String, Object> body = telephone.signUpBody();
        body.remove("role");
        body.put(member, role);

        String id = Telephone.id(gateway.post("/auth/signup", body));

        assertSignedIn(telephone.verifySignUp(id, telephone.code()), telephone, "DOCTOR");
    }

    @Test
    void theCountryCodeMayBePartOfTheNumberOrLeftOut() {
        for (String spelling : List.of("%s", "+91%s", "+91 %s")) {
            Telephone telephone = Telephone.with(suite);
            Map<String, Object> body = telephone.signUpBody();
            body.remove("country_code");
            body.put("phone", spelling.formatted(telephone.number()));

            String id = Telephone.id(gateway.post("/auth/signup", body));

            telephone.verifySignUp(id, telephone.code()).expect(200);
        }
    }

    @Test
    void theTelephoneMayBeRepeatedAndMustThenBeTheSame() {
        Telephone telephone = Telephone.with(suite);
        String id = Telephone.id(telephone.signUp());
        Map<String, Object> body = new HashMap<>(Telephone.with(suite).body());
        body.put("otp", telephone.code());

        assertProblem(gateway.post("/auth/signup/verify/" + id, body), 400, "PHONE_MISMATCH");
        body.putAll(telephone.body());
        gateway.post("/auth/signup/verify/" + id, body).expect(200);

        String signInId = Telephone.id(telephone.signIn());
        body.putAll(Telephone.with(suite).body());
        body.put("otp", telephone.code());
        assertProblem(gateway.post("/auth/signin/verify/" + signInId, body), 400, "PHONE_MISMATCH");
    }

    @Test
    void aWrongCodeIsToldAndTheRightOneWorksOnce() {
        Telephone telephone = Telephone.with(suite);
        String id = Telephone.id(telephone.signUp());
        String code = telephone.code();

        assertProblem(telephone.verifySignUp(id, Telephone.otherThan(code)), 401, "OTP_INVALID");
        // good for what it was sent for alone
        assertProblem(telephone.verifySignIn(id, code), 410, "OTP_EXPIRED");
        telephone.verifySignUp(id, code).expect(200);
        assertProblem(telephone.verifySignUp(id, code), 410, "OTP_EXPIRED");
    }

    @Test
    void aCodeExpiresAndWhatIsNoIdHasExpired() {
        Telephone telephone = Telephone.with(suite);
        String id = Telephone.id(telephone.signUp());
        String code = telephone.code();

        Telephone.letPass(suite, id, 301);

        assertProblem(telephone.verifySignUp(id, code), 410, "OTP_EXPIRED");
        for (String other : List.of("0198c000-0000-7000-8000-000000000000", "65f0c0ffee65f0c0ffee65f0", "1")) {
            assertProblem(telephone.verifySignUp(other, code), 410, "OTP_EXPIRED");
            assertProblem(telephone.verifySignIn(other, code), 410, "OTP_EXPIRED");
        }
    }

    @Test
    void anotherCodeReplacesTheFirstAndKeepsItsIdWhenSentAgain() {
        Telephone telephone = Telephone.with(suite);
        String id = Telephone.id(telephone.signUp());
        String first = telephone.code();
        Telephone.letPass(suite, id, 31);

        JsonNode again = gateway.post("/auth/signup/resendotp", telephone.body())
                .expect(200)
                .json();
        String second = telephone.code();

        assertThat(again.path("success").asBoolean()).isTrue();
        assertThat(again.path("message").asText()).isNotBlank();
        assertThat(again.path("id").asText()).isEqualTo(id);
        assertThat(again.path("transaction_id").asText()).isEqualTo(id);
        if (!first.equals(second)) {
            assertProblem(telephone.verifySignUp(id, first), 401, "OTP_INVALID");
        }
        telephone.verifySignUp(id, second).expect(200);

        String signIn = Telephone.id(telephone.signIn());
        Telephone.letPass(suite, signIn, 31);
        assertThat(Telephone.id(gateway.post("/auth/signin/resendotp", telephone.body())))
                .isEqualTo(signIn);
        telephone.verifySignIn(signIn, telephone.code()).expect(200);
    }

    @Test
    void theNextSignInMakesTheCodeBeforeItWorthless() {
        Telephone telephone = Telephone.with(suite);
        telephone.signedUp();
        String first = Telephone.id(telephone.signIn());
        String code = telephone.code();
        Telephone.letPass(suite, first, 31);

        String second = Telephone.id(telephone.signIn());

        assertThat(second).isNotEqualTo(first);
        assertProblem(telephone.verifySignIn(first, code), 410, "OTP_EXPIRED");
        telephone.verifySignIn(second, telephone.code()).expect(200);
    }

    @Test
    void codesAreNotSentOneAfterTheOther() {
        Telephone telephone = Telephone.with(suite);
        String id = Telephone.id(telephone.signUp());

        for (String path : List.of("/auth/signup/resendotp", "/auth/signup")) {
            Answer tooSoon = gateway.post(path, telephone.signUpBody());
            assertTooMany(tooSoon);
            assertThat(Integer.parseInt(
                            tooSoon.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 30);
        }
        telephone.verifySignUp(id, telephone.code()).expect(200);
    }

    @Test
    void whoHasNotSignedUpIsNotFound() {
        Telephone nobody = Telephone.with(suite);

        assertProblem(nobody.signIn(), 404, "USER_NOT_FOUND");
        assertProblem(gateway.post("/auth/signin/resendotp", nobody.body()), 404, "USER_NOT_FOUND");
        assertProblem(gateway.post("/auth/signup/resendotp", nobody.body()), 404, "USER_NOT_FOUND");
    }

    @Test
    void whoHasNotVerifiedCannotSignInButMaySignUpAgain() {
        Telephone telephone = Telephone.with(suite);
        String first = Telephone.id(telephone.signUp());

        assertProblem(telephone.signIn(), 401, "USER_NOT_VERIFIED");
        assertProblem(gateway.post("/auth/signin/resendotp", telephone.body()), 401, "USER_NOT_VERIFIED");
        Telephone.letPass(suite, first, 31);
        String second = Telephone.id(telephone.signUp());
        telephone.verifySignUp(second, telephone.code()).expect(200);
    }

    @Test
    void whoHasVerifiedCannotSignUpAgain() {
        Telephone telephone = Telephone.with(suite);
        telephone.signedUp();

        assertProblem(telephone.signUp(), 409, "USER_EXISTS");
        assertProblem(gateway.post("/auth/signup/resendotp", telephone.body()), 409, "ALREADY_VERIFIED");
    }

    @Test
    void whatIsMissingOrMakesNoSenseIsNamed() {
        Telephone telephone = Telephone.with(suite);
        for (String member : List.of("phone", "name", "role")) {
            Map<String, Object> body = telephone.signUpBody();
            body.remove(member);
            assertInvalid(gateway.post("/auth/signup", body), member);
        }
        Map<String, Object> king = telephone.signUpBody();
        king.put("role", "king");
        assertInvalid(gateway.post("/auth/signup", king), "role");
        for (String phone : List.of("12345", "98765432101234567", "call me")) {
            assertInvalid(gateway.post("/auth/signin", Map.of("phone", phone, "country_code", 91)), "phone");
        }
        String id = Telephone.id(telephone.signUp());
        assertInvalid(gateway.post("/auth/signup/verify/" + id, Map.of()), "otp");
    }

    /** The documented body and the cookie, which is nowhere in the body. */
    private static void assertSignedIn(Answer answer, Telephone telephone, String role) {
        JsonNode body = answer.expect(200).json();
        String cookie = Browser.setCookie(answer);
        JsonNode session = body.path("session");

        assertThat(body.path("success").asBoolean()).isTrue();
        assertThat(session.path("user_id").asText()).isNotBlank();
        assertThat(session.path("user_type").asText()).isEqualTo(role);
        assertThat(session.path("name").asText()).isEqualTo("Phone Patient");
        assertThat(session.path("phone").asText()).isEqualTo(telephone.international());
        assertThat(session.path("verified").isBoolean()).isTrue();
        assertThat(session.path("isLoggedIn").asBoolean()).isTrue();
        Instant created = Instant.parse(session.path("createdAt").asText());
        assertThat(Instant.parse(session.path("expires_at").asText())).isEqualTo(created.plusSeconds(3600));
        assertThat(body.path("user_data").isObject()).isTrue();
        assertThat(List.of(cookie.split("; *")))
                .extracting(attribute -> attribute.toLowerCase(Locale.ROOT))
                .contains("httponly", "secure", "samesite=strict", "path=/", "max-age=3600");
        String value = Browser.of(telephone.gateway(), answer).cookie();
        assertThat(value).hasSizeGreaterThan(20);
        assertThat(answer.text()).doesNotContain(value);
    }
}
