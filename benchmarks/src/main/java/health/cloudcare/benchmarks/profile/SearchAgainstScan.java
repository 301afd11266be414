package health.cloudcare.benchmarks.profile;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.Latencies;
import health.cloudcare.benchmarks.load.Connection;
import health.cloudcare.benchmarks.load.Requests;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;

/**
 * Searches through the services, one after the other, against the same searches as scans of the same tables, which go straight
 * to the database: ours pays for HTTP, token and JSON, the peer for none of it.
 */
final class SearchAgainstScan {
    private static final int DOCTORS = 200_000;
    private static final int HOSPITALS = 20_000;
    private static final int OF_EACH_KIND = 100;
    private static final int WARM_UPS = 10;
    private static final Duration INDEXING = Duration.ofMinutes(5);
    private static final String DOCTOR_DATABASE = "doctor";
    private static final String HOSPITAL_DATABASE = "hospital";

    private final ProfileStack stack;
    private final TokenIssuer issuer;
    private final Directory directory;
    private final Console console;

    SearchAgainstScan(ProfileStack stack, TokenIssuer issuer, Directory directory, Console console) {
        this.stack = stack;
        this.issuer = issuer;
        this.directory = directory;
        this.console = console;
    }

    /** The services make the tables, and find them full when they are started again. */
    void fill() throws Exception {
        stack.service("doctor-service", "doctor-service-empty").close();
        stack.service("hospital-service", "hospital-service-empty").close();
        try (java.sql.Connection doctors = stack.open(DOCTOR_DATABASE);
                java.sql.Connection hospitals = stack.open(HOSPITAL_DATABASE)) {
            directory.addDoctors(doctors, DOCTORS);
            directory.addHospitals(hospitals, HOSPITALS);
        }
        console.line("%,d doctors and %,d hospitals are registered", DOCTORS, HOSPITALS);
    }

    void compare(ServiceProcess doctorService, ServiceProcess hospitalService, List<Figure> figures) throws Exception {
        awaitIndexes();
        List<Search> searches = directory.searches(OF_EACH_KIND);
        try (java.sql.Connection doctors = stack.open(DOCTOR_DATABASE);
                java.sql.Connection hospitals = stack.open(HOSPITAL_DATABASE)) {
            IndexUse before = IndexUse.of(doctors, hospitals);
            Map<Search.Kind, Latencies> ours = ours(searches, doctorService, hospitalService);
            IndexUse.of(doctors, hospitals).since(before).forEach(line -> console.line("%s", line));
            Map<Search.Kind, Latencies> scans = scans(searches, doctors, hospitals);
            for (Search.Kind kind : Search.Kind.values()) {
                Latencies one = Objects.requireNonNull(ours.get(kind));
                Latencies scan = Objects.requireNonNull(scans.get(kind));
                String name = kind.name().toLowerCase(Locale.ROOT);
                console.line("%s: through the service %s; as a scan %s", name, one, scan);
                figures.add(Figure.durations("search-vs-scan-" + name, one.p95(), scan.p95()));
            }
            figures.add(Figure.durations(
                    "search-vs-scan",
                    Latencies.together(ours.values()).p95(),
                    Latencies.together(scans.values()).p95()));
        }
    }

    private Map<Search.Kind, Latencies> ours(
            List<Search> searches, ServiceProcess doctorService, ServiceProcess hospitalService) throws Exception {
        String token = issuer.patient(UUID.randomUUID());
        try (Connection toDoctors = Connection.open(doctorService.port());
                Connection toHospitals = Connection.open(hospitalService.port())) {
            Timed call = search -> {
                Connection to = search.kind() == Search.Kind.HOSPITALS ? toHospitals : toDoctors;
                to.exchange(Requests.get(search.path(), token));
            };
            for (int i = 0; i < WARM_UPS; i++) {
                times(searches, call); // until it is compiled
            }
            return times(searches, call);
        }
    }

    private Map<Search.Kind, Latencies> scans(
            List<Search> searches, java.sql.Connection doctors, java.sql.Connection hospitals) throws Exception {
        for (Search.Kind kind : Search.Kind.values()) {
            Search example = searches.stream()
                    .filter(search -> search.kind() == kind)
                    .findFirst()
                    .orElseThrow();
            console.line("%s as a scan: %s", kind.name().toLowerCase(Locale.ROOT), plan(example, doctors, hospitals));
        }
        return times(searches, search -> scan(search, database(search, doctors, hospitals)));
    }

    private static java.sql.Connection database(
            Search search, java.sql.Connection doctors, java.sql.Connection hospitals) {
        return search.kind() == Search.Kind.HOSPITALS ? hospitals : doctors;
    }

    private static void scan(Search search, java.sql.Connection database) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(search.scan())) {
            statement.setString(1, search.parameter());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
    }

    private static String plan(Search search, java.sql.Connection doctors, java.sql.Connection hospitals)
            throws SQLException {
        try (PreparedStatement statement =
                database(search, doctors, hospitals).prepareStatement("EXPLAIN (COSTS OFF) " + search.scan())) {
            statement.setString(1, search.parameter());
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1).strip());
                }
            }
            return String.join(" / ", lines);
        }
    }

    private interface Timed {
        void run(Search search) throws Exception;
    }

    private static Map<Search.Kind, Latencies> times(List<Search> searches, Timed call) throws Exception {
        Map<Search.Kind, List<Double>> millis = new EnumMap<>(Search.Kind.class);
        for (Search search : searches) {
            long start = System.nanoTime();
            call.run(search);
            millis.computeIfAbsent(search.kind(), kind -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
        }
        Map<Search.Kind, Latencies> latencies = new EnumMap<>(Search.Kind.class);
        millis.forEach((kind, times) -> latencies.put(
                kind,
                Latencies.ofMillis(
                        times.stream().mapToDouble(Double::doubleValue).toArray())));
        return latencies;
    }

    /** Services that find rows which no search finds index them first. */
    private void awaitIndexes() throws SQLException, IOException {
        long start = System.nanoTime();
        try (java.sql.Connection doctors = stack.open(DOCTOR_DATABASE);
                java.sql.Connection hospitals = stack.open(HOSPITAL_DATABASE)) {
            await(doctors, "SELECT count(DISTINCT doctor_id) FROM doctor_name_key", DOCTORS, start);
            await(hospitals, "SELECT count(*) FROM hospital WHERE search_text <> ''", HOSPITALS, start);
            for (java.sql.Connection database : List.of(doctors, hospitals)) {
                try (Statement statement = database.createStatement()) {
                    statement.execute("VACUUM ANALYZE");
                }
            }
        }
        console.line("indexed after %.1f s", (System.nanoTime() - start) / 1e9);
    }

    private static void await(java.sql.Connection database, String query, int enough, long start)
            throws SQLException, IOException {
        try (Statement statement = database.createStatement()) {
            long found = 0;
            while (found < enough) {
                if (System.nanoTime() - start > INDEXING.toNanos()) {
                    throw new IOException("only " + found + " of " + enough + " are indexed by now");
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                try (ResultSet rows = statement.executeQuery(query)) {
                    rows.next();
                    found = rows.getLong(1);
                }
            }
        }
    }
}
