package health.cloudcare.hospital;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** What is in the database: no call shows a hospital's profile yet. */
@ApplicationScoped
public class HospitalTables {

    private final AgroalDataSource database;

    HospitalTables(AgroalDataSource database) {
        this.database = database;
    }

    /** The columns of the hospital that are not null; none when there is no such hospital. */
    public Map<String, Object> hospital(UUID hospitalId) {
        return row("select * from hospital where id = ?", hospitalId);
    }

    /** The columns of the admission by this consent that are not null; none when there is no such admission. */
    public Map<String, Object> admission(UUID consentId) {
        return row("select * from admission where consent_id = ?", consentId);
    }

    /** The columns of the emergency case of that admission that are not null; none when it is no emergency. */
    public Map<String, Object> emergencyCase(UUID consentId) {
        return row(
                "select c.* from emergency_case c join admission a on a.id = c.admission_id where a.consent_id = ?",
                consentId);
    }

    /** Counted one by one, and not by the hospital's own number. */
    public Object bedsHeldIn(UUID hospitalId) {
        return row(
                        "select count(*) as held from admission where hospital_id = ? and has_bed and status = 'ADMITTED'",
                        hospitalId)
                .get("held");
    }

    private Map<String, Object> row(String query, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? columns(rows) : Map.of();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> columns(ResultSet row) throws SQLException {
        Map<String, Object> columns = new TreeMap<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            if (value instanceof Array array) {
                value = List.of((Object[]) array.getArray());
            }
            if (value != null) {
                columns.put(row.getMetaData().getColumnName(column), value);
            }
        }
        return columns;
    }
}
