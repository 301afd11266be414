package health.cloudcare.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static org.awaitility.Awaitility.await;

/** Somebody who registers with the Auth Service: first a code by e-mail, then an account. */
record Registration(Suite suite, String username, String email, String password) {

    static Registration with(Suite suite) {
        String unique = UUID.randomUUID().toString().replace("-", "");
        return new Registration(
                suite, "user_" + unique.substring(0, 12), unique + "@cloudcare.example", "quiet harbour 7");
    }

    Gateway gateway() {
        return suite.gateway();
    }

    Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("username", username);
        body.put("email", email);
        body.put("mobile", "9000000005");
        body.put("password", password);
        body.put("first_name", "Code");
        body.put("last_name", "Patient");
        body.put("user_type", "patient");
        body.put("is_pregnant", false);
        return body;
    }

    Answer register() {
        return gateway().post("/auth/register", body());
    }

    Answer verify(String code) {
        return gateway().post("/auth/verify-otp", Map.of("email", email, "otp", code));
    }

    /** From the first call to the account; gives the user id. */
    String registered() {
        register().expect(200);
        return verify(code(1)).expect(200).json().path("user_id").asText();
    }

    /** The newest code, once there are so many: some are sent after the answer. */
    String code(int howMany) {
        return await().until(() -> suite.outbox().codesTo(email), codes -> codes.size() == howMany)
                .getFirst();
    }

    Answer logIn(String name, String secret) {
        return gateway().post("/auth/login", Map.of("username", name, "password", secret));
    }

    SignedIn loggedIn() {
        return SignedIn.of(gateway(), logIn(email, password), 200);
    }

    Answer forgotPassword() {
        return gateway().post("/auth/forgot-password", Map.of("email", email));
    }

    Answer resetPassword(String code, String newPassword) {
        return gateway().post("/auth/reset-password", Map.of("email", email, "otp", code, "new_password", newPassword));
    }

    /** Codes of this account grow older without anybody waiting for it. */
    void letPass(int seconds) {
        List<String> ids = suite.stores()
                .select(
                        "auth",
                        "SELECT c.id::text FROM otp_challenges c JOIN identifiers i USING (account_id) WHERE i.key = ?",
                        email);
        ids.forEach(id -> Telephone.letPass(suite, id, seconds));
    }

    @Override
    public String toString() {
        return "Registration";
    }
}
