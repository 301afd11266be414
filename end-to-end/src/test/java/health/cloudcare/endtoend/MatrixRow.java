package health.cloudcare.endtoend;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A request of the authorization matrix, and what each caller is to be answered.
 *
 * @param line where it stands in the table
 * @param path with its query; names in braces stand for what the {@link Cast} has of that name
 * @param body null for none
 * @param turn when its turn comes
 * @param expected the status for each caller who is to ask
 */
record MatrixRow(
        int line,
        String service,
        String method,
        String path,
        @Nullable String body,
        Turn turn,
        Map<Relation, Integer> expected) {

    enum Turn {
        FIRST,
        /** After all others, as it takes from the cast what they need. */
        LAST,
        /** By callers who are needed for nothing else, as it ends their session or their account. */
        THROWAWAY
    }

    MatrixRow {
        expected = Map.copyOf(expected);
    }

    MatrixRow withBody(String text) {
        return new MatrixRow(line, service, method, path, text, turn, expected);
    }

    /** The one that names the path most exactly. */
    Optional<Operation> operationAmong(List<Operation> operations) {
        String plain = path.split("\\?", 2)[0];
        return operations.stream()
                .filter(operation -> operation.service().equals(service) && operation.takes(method, plain))
                .min(Comparator.comparingInt(Operation::variables));
    }

    @Override
    public String toString() {
        return "line " + line + ", " + method + " " + path;
    }
}
