package health.cloudcare.benchmarks.profile;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.cloudcare.benchmarks.Benchmark;
import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.load.Requests;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WorkFolder;
import health.cloudcare.contracts.UuidV7;

/** Profiles by id, and finding doctors and hospitals among many. */
public final class ProfileBenchmark implements Benchmark {
    private static final int READERS = 500;
    private static final long SEED = 20_251_126;
    private static final String PATIENT = """
            INSERT INTO patients (id, account_id, status, first_name, last_name, date_of_birth, gender, blood_group, time_zone,
                                  email, phone_primary, address_line1, city, state, postal_code, country, height_cm, weight_kg,
                                  allergies, chronic_conditions, current_medications, created_at, registered_at)
            VALUES (?, ?, 'REGISTERED', 'Asha', 'Rao', '1990-04-05', 'FEMALE', 'O_POSITIVE', 'Asia/Kolkata',
                    'asha@cloudcare.example', '+919000000000', '1 Road', 'Bengaluru', 'Karnataka', '560001', 'India', 165, 60,
                    '{Penicillin}', '{}', '{}', now(), now())""";

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public String about() {
        return "profiles against the SQL client alone, and searches against scans of 200,000 doctors and 20,000 hospitals";
    }

    @Override
    public void run(Console console, List<Figure> figures) throws Exception {
        console.line(
                "%d cores are shared by everything: this client (1 thread), the service or the peer, PostgreSQL, Kafka",
                Runtime.getRuntime().availableProcessors());
        try (WorkFolder folder = WorkFolder.create();
                TokenIssuer issuer = TokenIssuer.start(clock);
                ProfileStack stack = ProfileStack.start(Project.find(), folder, issuer)) {
            var reads = new ReadsAgainstSql(stack, folder, console);
            patients(stack, issuer, reads, figures);
            var directory = new Directory(SEED, clock);
            var searches = new SearchAgainstScan(stack, issuer, directory, console);
            searches.fill();
            try (ServiceProcess doctors = stack.service("doctor-service", "doctor-service")) {
                try (ServiceProcess hospitals = stack.service("hospital-service", "hospital-service")) {
                    searches.compare(doctors, hospitals, figures);
                }
                doctors(directory.doctorIds().subList(0, READERS), doctors, issuer, reads, figures);
            }
        }
    }

    /** Each read of a patient's profile is on the audit trail before it is answered. */
    private static void patients(ProfileStack stack, TokenIssuer issuer, ReadsAgainstSql reads, List<Figure> figures)
            throws Exception {
        try (ServiceProcess service = stack.service("patient-service", "patient-service")) {
            List<UUID> ids = new ArrayList<>();
            List<byte[]> requests = new ArrayList<>();
            try (Connection database = stack.open("patient");
                    PreparedStatement insert = database.prepareStatement(PATIENT)) {
                for (int i = 0; i < READERS; i++) {
                    UUID id = patient(insert);
                    ids.add(id);
                    requests.add(Requests.get("/api/v1/patients/" + id + "/profile", issuer.patient(id)));
                }
            }
            reads.compare("profile-vs-sql", service, "patient", "patients", ids, requests, figures);
        }
    }

    private static UUID patient(PreparedStatement insert) throws SQLException {
        UUID id = UuidV7.at(Clock.systemUTC().instant());
        insert.setObject(1, id);
        insert.setObject(2, UUID.randomUUID());
        insert.executeUpdate();
        return id;
    }

    /** A doctor's profile is nobody's health data: there is a token to verify, and no audit. */
    private static void doctors(
            List<UUID> ids, ServiceProcess service, TokenIssuer issuer, ReadsAgainstSql reads, List<Figure> figures)
            throws Exception {
        List<byte[]> requests = new ArrayList<>();
        for (UUID id : ids) {
            requests.add(request(id, issuer));
        }
        reads.compare("doctor-profile-vs-sql", service, "doctor", "doctor", ids, requests, figures);
    }

    private static byte[] request(UUID id, TokenIssuer issuer) throws GeneralSecurityException {
        return Requests.get("/api/v1/doctors/" + id + "/profile", issuer.doctor(id));
    }
}
