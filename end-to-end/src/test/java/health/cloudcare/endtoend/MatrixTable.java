package health.cloudcare.endtoend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.cloudcare.endtoend.MatrixRow.Turn;

/** The table in {@code authorization-matrix.txt}, which describes its own form. */
final class MatrixTable {

    private static final String COLUMNS = "columns ";
    private static final Pattern SERVICE = Pattern.compile("\\[([a-z-]+)]");
    private static final Pattern ROW =
            Pattern.compile("(?:(last|throwaway) +)?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (/\\S*) +(.+)");
    private static final String NOT_ASKED = "-";
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private final List<MatrixRow> rows = new ArrayList<>();
    private List<Relation> columns = List.of();
    private String service = "";

    private MatrixTable() {}

    static List<MatrixRow> parse(List<String> lines) {
        MatrixTable table = new MatrixTable();
        for (int i = 0; i < lines.size(); i++) {
            try {
                table.read(i + 1, lines.get(i));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line " + (i + 1) + " of the matrix: " + lines.get(i), e);
            }
        }
        return List.copyOf(table.rows);
    }

    private void read(int number, String line) {
        Matcher section = SERVICE.matcher(line);
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith(COLUMNS)) {
            columns = columns(line.substring(COLUMNS.length()));
        } else if (section.matches()) {
            service = section.group(1);
        } else if (line.startsWith(" ")) {
            rows.add(rows.removeLast().withBody(line.strip()));
        } else {
            rows.add(row(number, line));
        }
    }

    private static List<Relation> columns(String words) {
        List<Relation> named = cells(words).stream()
                .map(word -> Relation.ofColumn(word).orElseThrow())
                .toList();
        if (!EnumSet.copyOf(named).equals(EnumSet.allOf(Relation.class)) || named.size() != Relation.values().length) {
            throw new IllegalArgumentException("each relation is a column once");
        }
        return named;
    }

    private MatrixRow row(int number, String line) {
        Matcher parts = ROW.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("neither a row nor anything else");
        }
        Turn turn = parts.group(1) == null
                ? Turn.FIRST
                : Turn.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        String method = parts.group(2);
        String body = Set.of("POST", "PUT", "PATCH").contains(method) ? "{}" : null;
        return new MatrixRow(
                number, service, method, parts.group(3), body, turn, expected(cells(parts.group(4)), turn));
    }

    private Map<Relation, Integer> expected(List<String> cells, Turn turn) {
        Set<Relation> asked =
                turn == Turn.THROWAWAY ? EnumSet.copyOf(Relation.oneOfEachRole()) : EnumSet.allOf(Relation.class);
        Map<Relation, Integer> expected = new EnumMap<>(Relation.class);
        switch (cells.getFirst()) {
            case "open" -> asked.forEach(relation -> expected.put(relation, status(cells, 1)));
            case "account" ->
                asked.forEach(relation -> expected.put(relation, statusIf(relation, any -> true, status(cells, 1))));
            case "role" -> {
                List<String> roles = Arrays.asList(cells.get(1).split(","));
                asked.forEach(relation -> expected.put(
                        relation,
                        statusIf(relation, caller -> roles.stream().anyMatch(caller::hasRole), status(cells, 2))));
            }
            default -> {
                if (cells.size() != columns.size()) {
                    throw new IllegalArgumentException(cells.size() + " cells");
                }
                for (int i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).equals(NOT_ASKED) && asked.contains(columns.get(i))) {
                        expected.put(columns.get(i), status(cells, i));
                    }
                }
            }
        }
        return expected;
    }

    private static int statusIf(Relation relation, Predicate<Relation> may, int status) {
        if (relation == Relation.ANONYMOUS) {
            return UNAUTHENTICATED;
        }
        return may.test(relation) ? status : FORBIDDEN;
    }

    private static int status(List<String> cells, int position) {
        return Integer.parseInt(cells.get(position));
    }

    private static List<String> cells(String text) {
        return Arrays.stream(text.strip().split("[ |]+")).toList();
    }
}
