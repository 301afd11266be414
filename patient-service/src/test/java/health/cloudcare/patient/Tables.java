package health.cloudcare.patient;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import org.awaitility.Awaitility;

/** The service's tables, past its own code. */
public final class Tables {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Tables() {}

    public static void awaitTrue(String query, Object... parameters) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> one(Boolean.class, query, parameters));
    }

    /** The one value that the query finds. */
    public static <T> T one(Class<T> type, String query, Object... parameters) {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("no row: " + query);
            }
            return type.cast(rows.getObject(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int change(String statement, Object... parameters) {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement prepared = prepared(connection, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static AgroalDataSource dataSource() {
        return Arc.container().instance(AgroalDataSource.class).get();
    }
}
