package health.cloudcare.document;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables and bucket, past the service's own code. */
@Singleton
public class Storage {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AgroalDataSource dataSource;
    private final S3AsyncClient s3;
    private final String bucket;

    Storage(
            AgroalDataSource dataSource,
            S3AsyncClient s3,
            @ConfigProperty(name = "cloudcare.s3.bucket") String bucket) {
        this.dataSource = dataSource;
        this.s3 = s3;
        this.bucket = bucket;
    }

    public Set<String> objects() {
        return s3.listObjectsV2(list -> list.bucket(bucket)).join().contents().stream()
                .map(S3Object::key)
                .collect(Collectors.toSet());
    }

    public void putObject(String key) {
        s3.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString("left behind"))
                .join();
    }

    public void removeObject(String key) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key)).join();
    }

    /** The first column of what the query finds. */
    public Set<String> rows(String query, Object... parameters) {
        Set<String> found = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void change(String statement, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepared(connection, statement, parameters)) {
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the end every object is that of a record, every record has its object, and nothing waits to be removed. */
    public void awaitNothingLeftBehind() {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(rows("SELECT object_key FROM object_to_remove")).isEmpty();
            assertThat(objects()).isEqualTo(rows("SELECT object_key FROM medical_record WHERE object_key IS NOT NULL"));
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
