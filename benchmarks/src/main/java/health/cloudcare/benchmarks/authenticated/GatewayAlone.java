package health.cloudcare.benchmarks.authenticated;

import java.io.IOException;
import java.util.Map;

import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.EndedSessions;
import health.cloudcare.benchmarks.stack.Launch;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** The gateway in front of {@link FixedAnswers}: no service has an open route and a protected one of the same cost. */
final class GatewayAlone {
    static final String OPEN = "/api/v1/hospitals";
    static final String PROTECTED = "/api/v1/doctors/specializations";

    private static final int HEAP = 160;
    private static final String ENOUGH = "100000000";

    private GatewayAlone() {}

    static ServiceProcess start(
            Project project, WorkFolder folder, TokenIssuer issuer, Backing kafka, Backing redis, FixedAnswers answers)
            throws IOException, InterruptedException {
        EndedSessions.announceNone(redis);
        return ServiceProcess.start(
                project,
                folder,
                Launch.of("gateway", HEAP)
                        .with(kafka.environment())
                        .with(redis.environment())
                        .with(issuer.environment())
                        .with(Map.of(
                                "CLOUDCARE_HOSPITAL_URL",
                                answers.url(),
                                "CLOUDCARE_DOCTOR_URL",
                                answers.url(),
                                "CLOUDCARE_GATEWAY_RATE_LIMIT_REQUESTS_PER_MINUTE",
                                ENOUGH)));
    }
}
