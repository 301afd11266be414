package health.cloudcare.benchmarks.profile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the database counted of the plans that it really ran: scans by index and scans of whole tables, since it was started.
 *
 * @param scans how many, by name
 */
record IndexUse(Map<String, Long> scans) {
    private static final String COUNTS = """
            SELECT 'index ' || indexrelname, idx_scan FROM pg_stat_user_indexes
             WHERE relname IN ('doctor', 'doctor_name_key', 'doctor_name_word', 'hospital')
            UNION ALL
            SELECT 'whole table ' || relname, seq_scan FROM pg_stat_user_tables
             WHERE relname IN ('doctor', 'doctor_name_key', 'doctor_name_word', 'hospital')""";

    static IndexUse of(Connection... databases) throws SQLException {
        Map<String, Long> scans = new TreeMap<>();
        for (Connection database : databases) {
            try (Statement statement = database.createStatement()) {
                statement.execute("SELECT pg_stat_clear_snapshot()");
                try (ResultSet rows = statement.executeQuery(COUNTS)) {
                    while (rows.next()) {
                        scans.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
        }
        return new IndexUse(scans);
    }

    /** A line for each that was used. */
    List<String> since(IndexUse before) {
        List<String> lines = new ArrayList<>();
        scans.forEach((name, count) -> {
            long more = count - before.scans.getOrDefault(name, 0L);
            if (more > 0) {
                lines.add("our searches scanned %s %,d times".formatted(name, more));
            }
        });
        return lines;
    }
}
