package health.cloudcare.endtoend;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static org.awaitility.Awaitility.await;

/** Somebody's telephone, and what its owner does with it on the OTP surface. */
record Telephone(Suite suite, String number) {

    private static final long LOWEST = 6_000_000_000L;
    private static final long HIGHEST = 10_000_000_000L;

    static Telephone with(Suite suite) {
        long digits = ThreadLocalRandom.current().nextLong(LOWEST, HIGHEST);
        return new Telephone(suite, Long.toString(digits));
    }

    String international() {
        return "+91" + number;
    }

    Gateway gateway() {
        return suite.gateway();
    }

    Map<String, Object> signUpBody() {
        Map<String, Object> body = body();
        body.put("name", "Phone Patient");
        body.put("role", "patient");
        return body;
    }

    /** As the source of the old client sends it with every call. */
    Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("phone", number);
        body.put("country_code", 91);
        return body;
    }

    Answer signUp() {
        return gateway().post("/auth/signup", signUpBody());
    }

    Answer signIn() {
        return gateway().post("/auth/signin", body());
    }

    Answer verifySignUp(String id, String code) {
        return gateway().post("/auth/signup/verify/" + id, Map.of("otp", code));
    }

    Answer verifySignIn(String id, String code) {
        return gateway().post("/auth/signin/verify/" + id, Map.of("otp", code));
    }

    /** A sign-up from the first call to the cookie. */
    Browser signedUp() {
        return Browser.of(gateway(), verifySignUp(id(signUp()), code()));
    }

    Browser signedIn() {
        return Browser.of(gateway(), verifySignIn(id(signIn()), code()));
    }

    /** The code that came last. */
    String code() {
        return await().until(() -> suite.outbox().codesTo(international()), codes -> !codes.isEmpty())
                .getFirst();
    }

    /** The newest one, once there are so many. */
    String code(int howMany) {
        return await().until(() -> suite.outbox().codesTo(international()), codes -> codes.size() == howMany)
                .getFirst();
    }

    /** A code that did not come. */
    static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    static String id(Answer answer) {
        return answer.expect(200).json().path("id").asText();
    }

    /** Codes grow older without anybody waiting for it. */
    static void letPass(Suite suite, String id, int seconds) {
        String interval = "interval '" + seconds + " seconds'";
        suite.stores()
                .update(
                        "auth",
                        "UPDATE otp_challenges SET created_at = created_at - " + interval + ", sent_at = sent_at - "
                                + interval + ", expires_at = expires_at - " + interval + " WHERE id = ?::uuid",
                        id);
    }

    @Override
    public String toString() {
        return "Telephone";
    }
}
