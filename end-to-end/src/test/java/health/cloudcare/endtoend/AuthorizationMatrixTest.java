package health.cloudcare.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.MatrixRow.Turn;
import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what: every operation of the OpenAPI documents, by everybody whom the table knows. */
@WithSuite
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixTest {

    private static final String TABLE = "/authorization-matrix.txt";
    private static final int FIRST_REFUSAL = 400;
    private static final int NOT_FOUND = 404;

    private final Suite suite;
    private final Gateway gateway;
    private final List<MatrixRow> rows;
    private final List<Operation> operations;

    AuthorizationMatrixTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
        rows = MatrixTable.parse(lines());
        operations = Suite.SERVICES.stream()
                .flatMap(service -> Operation.of(suite, service).stream())
                .toList();
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        Set<Operation> missing = new HashSet<>(operations);
        missing.removeIf(Operation::isInternal);
        List<MatrixRow> stray = new ArrayList<>();
        for (MatrixRow row : rows) {
            Optional<Operation> operation = row.operationAmong(operations);
            operation.ifPresentOrElse(missing::remove, () -> stray.add(row));
        }

        assertThat(missing).as("operations without a row in the table").isEmpty();
        assertThat(stray).as("rows without an operation").isEmpty();
    }

    @Test
    void nothingInternalIsReachedFromOutside() {
        List<Operation> internal =
                operations.stream().filter(Operation::isInternal).toList();
        String administrator = suite.administratorToken();

        assertThat(internal).isNotEmpty().allSatisfy(operation -> {
            String path =
                    operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            for (String token : new String[] {null, administrator}) {
                assertThat(send(operation.method(), path, "{}", token).status()).isEqualTo(NOT_FOUND);
            }
        });
    }

    @Test
    void everybodyIsAnsweredAsTheTableSays() {
        Cast cast = new Cast(suite);
        List<String> wrong = Stream.of(Turn.FIRST, Turn.THROWAWAY, Turn.LAST)
                .flatMap(turn -> rows.stream().filter(row -> row.turn() == turn))
                .flatMap(row -> wrongCells(row, cast))
                .toList();

        assertThat(wrong).as("wrong cells of the table").isEmpty();
    }

    /** Refusals first: what is allowed may take away what the row is about. */
    private Stream<String> wrongCells(MatrixRow row, Cast cast) {
        Scene scene = new Scene(cast);
        scene.prepare(row.path() + row.body());
        return Stream.of(true, false).flatMap(refused -> {
            List<Callable<Optional<String>>> cells = row.expected().entrySet().stream()
                    .filter(cell -> cell.getValue() >= FIRST_REFUSAL == refused)
                    .sorted(Map.Entry.comparingByKey())
                    .<Callable<Optional<String>>>map(
                            cell -> () -> wrongCell(row, scene, cell.getKey(), cell.getValue()))
                    .toList();
            return Together.all(cells).stream().flatMap(Optional::stream);
        });
    }

    private Optional<String> wrongCell(MatrixRow row, Scene scene, Relation caller, int expected) {
        String body = row.body() == null ? null : scene.filledFor(caller, row.body());
        String token = row.turn() == Turn.THROWAWAY ? scene.throwawayToken(caller) : scene.token(caller);
        String found;
        try {
            Answer answer = send(row.method(), scene.filledFor(caller, row.path()), body, token);
            if (answer.status() == expected) {
                return Optional.empty();
            }
            found = answer.status() < FIRST_REFUSAL
                    ? Integer.toString(answer.status())
                    : answer.status() + ", " + answer.json().path("detail").asText();
        } catch (UncheckedIOException noAnswer) {
            found = "no answer: " + noAnswer.getMessage();
        }
        return Optional.of("%s as %s: %d expected, but %s".formatted(row, caller.column(), expected, found));
    }

    private Answer send(String method, String path, @Nullable String body, @Nullable String token) {
        Map<String, String> headers = new HashMap<>();
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return body == null ? gateway.send(method, path, headers) : gateway.send(method, path, body, headers);
    }

    private static List<String> lines() {
        try (InputStream table = Objects.requireNonNull(AuthorizationMatrixTest.class.getResourceAsStream(TABLE))) {
            return new String(table.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
