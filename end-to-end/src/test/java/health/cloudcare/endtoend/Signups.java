package health.cloudcare.endtoend;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewDoctor;
import health.cloudcare.journey.NewHospital;
import health.cloudcare.journey.NewPatient;
import health.cloudcare.journey.PatientClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** People who sign up whatever happens, and who try again as long as it takes. */
final class Signups {

    /** Attempts are counted per address of e-mail, and an abandoned sign-up takes some twenty seconds to be undone. */
    private static final Duration SECOND_THOUGHT = Duration.ofSeconds(2);

    private static final int CREATED = 201;
    private static final int NO_ANSWER = 0;

    private final Gateway gateway;
    private final String path;
    private final Supplier<Map<String, Object>> people;
    private final List<Map<String, Object>> failed = new ArrayList<>();
    private int succeeded;

    private Signups(Gateway gateway, String path, Supplier<Map<String, Object>> people) {
        this.gateway = gateway;
        this.path = path;
        this.people = people;
    }

    /** Of the people whose profiles that service keeps; of patients for any other. */
    static Signups with(String service, Suite suite) {
        Gateway gateway = suite.gateway();
        return switch (service) {
            case Suite.DOCTOR -> {
                SignedIn hospital = Hospitals.signedUp(gateway);
                Hospitals.doctorOf(hospital, NewDoctor.invent());
                String code = Hospitals.code(hospital);
                yield new Signups(gateway, Hospitals.SIGNUP_OF_DOCTOR, () -> NewDoctor.invent()
                        .signupBody(code));
            }
            case Suite.HOSPITAL ->
                new Signups(
                        gateway, Hospitals.SIGNUP, () -> NewHospital.invent().signupBody());
            default ->
                new Signups(
                        gateway, PatientClient.SIGNUP, () -> NewPatient.invent().signupBody());
        };
    }

    void next() {
        Map<String, Object> body = people.get();
        int status = attempt(body);
        // what cannot be done now is not the client's fault
        assertThat(status).isIn(CREATED, 503, 502, NO_ANSWER);
        if (status == CREATED) {
            succeeded++;
        } else {
            failed.add(body);
        }
    }

    int succeeded() {
        return succeeded;
    }

    int failed() {
        return failed.size();
    }

    /** Everybody whose signup failed tries again until they are in: by signing up, or because they turn out to have done so. */
    void allTryAgain() {
        for (Map<String, Object> body : failed) {
            await("a retry succeeds")
                    .atMost(Imports.PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(SECOND_THOUGHT)
                    .until(() -> {
                        int status = attempt(body);
                        assertThat(status).isIn(CREATED, 409, 503, 502, NO_ANSWER);
                        return status == CREATED || status == 409 && logsIn(body);
                    });
        }
    }

    private boolean logsIn(Map<String, Object> body) {
        Map<String, Object> credentials = Map.of("email", body.get("email"), "password", body.get("password"));
        // a signup that is being undone belongs to nobody who could log in
        return gateway.post(PatientClient.LOGIN, credentials).status() == 200;
    }

    private int attempt(Map<String, Object> body) {
        try {
            return gateway.post(path, body).status();
        } catch (UncheckedIOException noAnswer) {
            return NO_ANSWER;
        }
    }
}
