package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./cloudcare keys rotate}, {@code ./cloudcare aadhaar reencrypt} and {@code ./cloudcare audit verify}: what operators do
 * now and then, asked of the services of the suite that runs, as its administrator.
 */
public final class Maintenance {
    private static final String ROTATIONS = "/internal/v1/signing-keys/rotations";
    private static final String REENCRYPTIONS = "/internal/v1/aadhaar-vault/reencryptions";

    private static final String VERIFICATIONS = "/internal/v1/access-log/verifications";
    private static final String REPLAYS = "/internal/v1/wearables/dead-letters/replays";
    private static final String CHECKS = "/internal/v1/wearables/rollups/checks";

    private final Installation installation;
    private final Map<String, String> given;
    private final Console console;

    public Maintenance(Installation installation, Map<String, String> given, Console console) {
        this.installation = installation;
        this.given = given;
        this.console = console;
    }

    /** @param immediately withdraws the present key at once: for a key that somebody else may have */
    public int rotateKeys(boolean immediately) throws IOException {
        return withSuite((portBase, token) -> {
            var answer = new GatewayCalls(SuiteService.AUTH.url(portBase))
                    .post(ROTATIONS, "{\"immediately\": %b}".formatted(immediately), token);
            console.line(answer.isSuccess() ? answer.body() : "Refused with " + answer.status() + ": " + answer.body());
            return answer.isSuccess() ? 0 : 1;
        });
    }

    /** Repeats until every number is sealed with the current key, or a round achieves nothing. */
    public int reencryptAadhaar() throws IOException {
        return withSuite((portBase, token) -> {
            var patients = new GatewayCalls(SuiteService.PATIENT.url(portBase));
            while (true) {
                var answer = patients.post(REENCRYPTIONS, "{}", token);
                console.line(answer.body());
                long remaining = answer.number("remaining").orElse(0L);
                boolean done = answer.number("reencrypted").orElse(0L) == 0 || remaining == 0;
                if (!answer.isSuccess() || done) {
                    return answer.isSuccess() && remaining == 0 ? 0 : 1;
                }
            }
        });
    }

    /** Repeats until every patient's access log is verified. Each round is told as it was answered. */
    public int verifyAudit() throws IOException {
        return withSuite((portBase, token) -> {
            var patients = new GatewayCalls(SuiteService.PATIENT.url(portBase));
            boolean ok = true;
            long verified = 0;
            long problems = 0;
            Optional<String> next = Optional.empty();
            do {
                String body =
                        next.map(after -> "{\"after\": \"" + after + "\"}").orElse("{}");
                var answer = patients.post(VERIFICATIONS, body, token);
                console.line(answer.body());
                if (!answer.isSuccess()) {
                    return 1;
                }
                ok &= answer.isTrue("ok");
                verified += answer.number("patients").orElse(0L);
                problems += answer.number("problem_count").orElse(0L);
                next = answer.text("next");
            } while (next.isPresent());
            console.line(
                    ok
                            ? "The access logs of %d patients are as they were written.".formatted(verified)
                            : "%d problems in the access logs of %d patients.".formatted(problems, verified));
            return ok ? 0 : 1;
        });
    }

    public int replayDeadLetters() throws IOException {
        return withSuite((portBase, token) -> {
            var answer = new GatewayCalls(SuiteService.WEARABLES.url(portBase)).post(REPLAYS, "{}", token);
            console.line(answer.body());
            return answer.isSuccess() ? 0 : 1;
        });
    }

    /** Repeats until the figures of every patient are compared. Each round is told as it was answered. */
    public int checkRollups(boolean rebuild) throws IOException {
        return withSuite((portBase, token) -> {
            var wearables = new GatewayCalls(SuiteService.WEARABLES.url(portBase));
            long days = 0;
            long differing = 0;
            Optional<String> next = Optional.empty();
            do {
                String after = next.map(last -> ", \"after\": \"" + last + "\"").orElse("");
                var answer = wearables.post(CHECKS, "{\"rebuild\": " + rebuild + after + "}", token);
                console.line(answer.body());
                if (!answer.isSuccess()) {
                    return 1;
                }
                days += answer.number("days").orElse(0L);
                differing += answer.number("differing").orElse(0L);
                next = answer.text("next");
            } while (next.isPresent());
            console.line(
                    differing == 0
                            ? "The figures of %d days are those of their readings.".formatted(days)
                            : "%d figures of %d days differ from their readings%s."
                                    .formatted(differing, days, rebuild ? "; their days are computed anew" : ""));
            return differing == 0 || rebuild ? 0 : 1;
        });
    }

    private int withSuite(Task task) throws IOException {
        Optional<SuiteState> state = installation.stateFile().read();
        if (state.isEmpty()) {
            console.line("CloudCare is not running. Start it: ./cloudcare up");
            return 1;
        }
        int portBase = state.get().portBase();
        var administrator = new SuiteEnvironment(given, portBase, installation.secrets()).administrator();
        String token = new GatewayCalls(SuiteService.GATEWAY.url(portBase))
                .signIn(administrator.email(), administrator.password());
        return task.run(portBase, token);
    }

    private interface Task {
        int run(int portBase, String token) throws IOException;
    }
}
