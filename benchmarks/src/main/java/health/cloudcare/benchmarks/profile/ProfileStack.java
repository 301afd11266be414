package health.cloudcare.benchmarks.profile;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import health.cloudcare.benchmarks.stack.AuthSecrets;
import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.Launch;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** PostgreSQL and Kafka, and the services that are started on them one by one. */
final class ProfileStack implements AutoCloseable {
    /** As {@code ./cloudcare up} gives them. */
    private static final int HEAP = 128;

    private final Deque<Runnable> started = new ArrayDeque<>();
    private final Project project;
    private final WorkFolder folder;
    private final Map<String, String> shared;
    private final Backing postgres;

    private ProfileStack(Project project, WorkFolder folder, TokenIssuer issuer) throws IOException {
        this.project = project;
        this.folder = folder;
        shared = new HashMap<>(issuer.environment());
        shared.putAll(AuthSecrets.ofVault());
        try {
            shared.putAll(keep(Backing.kafka(project, folder)).environment());
            postgres = keep(Backing.postgres(project, folder, "postgres"));
            shared.putAll(postgres.environment());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    static ProfileStack start(Project project, WorkFolder folder, TokenIssuer issuer) throws IOException {
        return new ProfileStack(project, folder, issuer);
    }

    /** Returns when it is ready, with its tables. Whoever starts it ends it. */
    ServiceProcess service(String module, String name) throws IOException, InterruptedException {
        return ServiceProcess.start(
                project, folder, Launch.of(module, HEAP).with(shared).named(name));
    }

    /** The database of a service, as the reactive client finds it. */
    String address(String database) {
        return "postgresql://%s@%s/%s".formatted(user(), server(), database);
    }

    String password() {
        return postgres.variable("CLOUDCARE_POSTGRES_PASSWORD");
    }

    Connection open(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + server() + "/" + database, user(), password());
    }

    private String server() {
        return URI.create(postgres.variable("CLOUDCARE_POSTGRES_URL")).getAuthority();
    }

    private String user() {
        return postgres.variable("CLOUDCARE_POSTGRES_USER");
    }

    private Backing keep(Backing backing) {
        started.push(backing::close);
        return backing;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().run(); // the last one first
        }
    }
}
