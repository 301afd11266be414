package health.cloudcare.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import health.cloudcare.endtoend.suite.Suite;

/** A method and a path of a service, as its OpenAPI document names them. */
record Operation(String service, String method, String path) {

    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");
    private static final String INTERNAL = "/internal/";

    static List<Operation> of(Suite suite, String service) {
        JsonNode paths = suite.directly(service)
                .get("/q/openapi?format=json")
                .expect(200)
                .json()
                .path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(member -> {
            if (METHODS.contains(member)) {
                operations.add(new Operation(service, member.toUpperCase(Locale.ROOT), path.getKey()));
            }
        }));
        return operations;
    }

    boolean isInternal() {
        return path.startsWith(INTERNAL);
    }

    /** Whether a request of that method and path, without its query, comes here unless another operation names it more exactly. */
    boolean takes(String requestMethod, String requestPath) {
        String[] own = path.split("/", -1);
        String[] other = requestPath.split("/", -1);
        if (!method.equals(requestMethod) || own.length != other.length) {
            return false;
        }
        for (int i = 0; i < own.length; i++) {
            if (!isVariable(own[i]) && !own[i].equals(other[i])) {
                return false;
            }
        }
        return true;
    }

    int variables() {
        return (int) List.of(path.split("/", -1)).stream()
                .filter(Operation::isVariable)
                .count();
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    @Override
    public String toString() {
        return service + ": " + method + " " + path;
    }
}
