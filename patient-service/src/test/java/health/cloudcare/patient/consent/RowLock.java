package health.cloudcare.patient.consent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;

import health.cloudcare.patient.Tables;

/** Holds up everybody who wants to change a consent, so that they do it at the same moment. */
final class RowLock implements AutoCloseable {

    private final Connection connection;

    private RowLock(Connection connection) {
        this.connection = connection;
    }

    static RowLock on(String consent) {
        try {
            Connection connection =
                    Arc.container().instance(AgroalDataSource.class).get().getConnection();
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT 1 FROM consents WHERE id = ? FOR UPDATE")) {
                statement.setObject(1, UUID.fromString(consent));
                statement.execute();
            }
            return new RowLock(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitWaiting(int count) {
        Tables.awaitTrue(
                "SELECT count(*) >= ? FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
                count);
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
