package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The few calls that the front door makes to the suite it started. */
final class GatewayCalls {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final String base;

    GatewayCalls(String base) {
        this.base = base;
    }

    /** @param body JSON */
    record Answer(int status, String body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }

        boolean isThereNowOrBefore() {
            return status == HttpURLConnection.HTTP_CREATED || status == HttpURLConnection.HTTP_CONFLICT;
        }

        /** A member's text, wherever it is. */
        Optional<String> text(String member) {
            return first("\"" + member + "\"\\s*:\\s*\"([^\"]*)\"");
        }

        Optional<Long> number(String member) {
            return first("\"" + member + "\"\\s*:\\s*(\\d+)").map(Long::valueOf);
        }

        boolean isTrue(String member) {
            return first("\"" + member + "\"\\s*:\\s*(true)").isPresent();
        }

        private Optional<String> first(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(body);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }

        @Override
        public String toString() {
            return "Answer " + status;
        }
    }

    /** An access token. */
    String signIn(String email, String password) throws IOException {
        String body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
        Answer answer = post("/api/v1/auth/login", body, null);
        return answer.text("access_token")
                .orElseThrow(() -> new IOException("signing in was answered with " + answer.status()));
    }

    Answer post(String path, String body, @Nullable String token) throws IOException {
        var connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        connection.setDoOutput(true);
        try (var output = connection.getOutputStream()) {
            output.write(body.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (InputStream input = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] answer = input == null ? new byte[0] : input.readAllBytes();
            return new Answer(status, new String(answer, StandardCharsets.UTF_8));
        }
    }
}
