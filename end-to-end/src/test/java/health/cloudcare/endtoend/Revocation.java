package health.cloudcare.endtoend;

import java.time.Duration;
import java.util.Map;

import health.cloudcare.journey.Gateway;

import static health.cloudcare.endtoend.Problems.assertSessionEnded;
import static org.awaitility.Awaitility.await;

/** How soon nothing can be done any more with what was ended. */
final class Revocation {

    static final Duration LIMIT = Duration.ofSeconds(1);
    static final Duration LOOK = Duration.ofMillis(20);

    /** Served by a service that knows nothing of sessions, so that it is the gateway that refuses. */
    static final String OTHERS_ROUTE = "/api/v1/notifications";

    private Revocation() {}

    static void awaitRefusal(Gateway gateway, String token) {
        await("the gateway refuses the token")
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .untilAsserted(() -> assertSessionEnded(gateway.get(OTHERS_ROUTE, Map.of(), token)));
    }
}
