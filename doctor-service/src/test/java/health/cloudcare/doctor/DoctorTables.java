package health.cloudcare.doctor;

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

/** What is in the database: no call shows a doctor's profile yet. */
@ApplicationScoped
public class DoctorTables {

    private final AgroalDataSource database;

    DoctorTables(AgroalDataSource database) {
        this.database = database;
    }

    /** The columns of the doctor that are not null; none when there is no such doctor. */
    public Map<String, Object> doctor(UUID doctorId) {
        return row("select * from doctor where id = ?", doctorId);
    }

    public Map<String, Object> affiliation(UUID doctorId) {
        return row("select * from affiliation where doctor_id = ?", doctorId);
    }

    /** The row of the doctor's only patient. */
    public Map<String, Object> patientOf(UUID doctorId) {
        return row("select * from doctor_patient where doctor_id = ?", doctorId);
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
