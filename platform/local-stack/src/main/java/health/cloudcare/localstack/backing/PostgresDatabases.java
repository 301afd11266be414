package health.cloudcare.localstack.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The role of the services and one database for each of them, created where missing. */
public record PostgresDatabases(int port, String password) {
    static final String SUPERUSER = "postgres";
    public static final String ROLE = "cloudcare";
    static final List<String> NAMES = List.of("auth", "patient", "doctor", "hospital", "document");

    void create() throws SQLException {
        String url = "jdbc:postgresql://" + BackingSettings.HOST + ":" + port + "/postgres";
        try (var connection = DriverManager.getConnection(url, SUPERUSER, password)) {
            if (!names(connection, "SELECT rolname FROM pg_roles").contains(ROLE)) {
                execute(connection, "CREATE ROLE " + ROLE + " LOGIN CREATEDB PASSWORD '" + password + "'");
            }
            Set<String> present = names(connection, "SELECT datname FROM pg_database");
            for (String name : NAMES) {
                if (!present.contains(name)) {
                    execute(connection, "CREATE DATABASE " + name + " OWNER " + ROLE);
                }
            }
        }
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var names = new HashSet<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public String toString() {
        return "PostgresDatabases on port " + port;
    }
}
