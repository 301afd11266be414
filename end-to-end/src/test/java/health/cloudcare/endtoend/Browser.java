package health.cloudcare.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static org.assertj.core.api.Assertions.assertThat;

/** What is signed in by a cookie. */
record Browser(Gateway gateway, String cookie) {

    static final String SESSION = "/protected/user/sessionDetail";
    static final String SIGN_OUT = "/auth/signout";
    static final String DELETE_PROFILE = "/protected/user/deleteProfile";

    private static final String NAME = "session_id=";

    static Browser of(Gateway gateway, Answer answer) {
        String header = setCookie(answer.expect(200));
        return new Browser(gateway, header.substring(NAME.length()).split(";", 2)[0]);
    }

    /** The one {@code Set-Cookie} header. */
    static String setCookie(Answer answer) {
        List<String> headers = answer.headers().allValues("Set-Cookie");
        assertThat(headers).as("one cookie").hasSize(1);
        assertThat(headers.getFirst()).startsWith(NAME);
        return headers.getFirst();
    }

    Answer get(String path) {
        return gateway.send("GET", path, headers(Map.of()));
    }

    Answer post(String path) {
        return post(path, Map.of());
    }

    Answer post(String path, Map<String, String> headers) {
        return gateway.send("POST", path, headers(headers));
    }

    Answer send(String method, String path, Object body) {
        return gateway.send(method, path, body, headers(Map.of("Content-Type", "application/json")));
    }

    private Map<String, String> headers(Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Cookie", NAME + cookie);
        return headers;
    }

    @Override
    public String toString() {
        return "Browser";
    }
}
