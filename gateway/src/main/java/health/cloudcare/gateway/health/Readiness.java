package health.cloudcare.gateway.health;

import java.util.List;
import java.util.Locale;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

import health.cloudcare.gateway.route.Service;

/** What a service said about itself, or that it said nothing. */
record Readiness(Service service, boolean ready, List<Check> checks) {

    record Check(String name, boolean up) {}

    static Readiness unavailable(Service service) {
        return new Readiness(service, false, List.of());
    }

    /** Reads the MicroProfile Health format. */
    static Readiness parse(Service service, Buffer body) {
        JsonObject answer = new JsonObject(body);
        List<Check> checks = answer.getJsonArray("checks").stream()
                .map(JsonObject.class::cast)
                .map(check -> new Check(check.getString("name").toLowerCase(Locale.ROOT), isUp(check)))
                .toList();
        return new Readiness(service, isUp(answer), checks);
    }

    private static boolean isUp(JsonObject element) {
        return "UP".equals(element.getString("status"));
    }
}
