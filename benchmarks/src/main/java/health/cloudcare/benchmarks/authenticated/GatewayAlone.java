package health.cloudcare.benchmarks.authenticated;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import health.cloudcare.benchmarks.stack.Backing;
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
        announceRevocations(redis);
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

    /** In place of auth-service: no session has ended, and that is all there is to know. */
    private static void announceRevocations(Backing redis) throws IOException {
        URI address = URI.create(redis.variable("CLOUDCARE_REDIS_URL"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("SET cloudcare:revocations:ready 1\r\n".getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != '+') {
                throw new IOException("Redis did not take it");
            }
        }
    }
}
