package health.cloudcare.auth;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;

/** The database as tests look into it, and let time pass in it. */
@ApplicationScoped
public class Database {

    private final DataSource source;
    private final RedisDataSource redis;

    Database(DataSource source, RedisDataSource redis) {
        this.source = source;
        this.redis = redis;
    }

    /** As if no code had been asked for yet. */
    public void forgetLimits() {
        redis.key(String.class).keys("cloudcare:throttle:*_code:*").forEach(key -> redis.key(String.class)
                .del(key));
    }

    public int update(String sql, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of all rows, as text. */
    public List<String> query(String sql, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pause after a code is over. */
    public void letPausePass(String challengeId) {
        update(
                "UPDATE otp_challenges SET sent_at = sent_at - interval '31 s' WHERE id = ?",
                UUID.fromString(challengeId));
    }

    public void letExpire(String challengeId) {
        update(
                "UPDATE otp_challenges SET expires_at = now() - interval '1 s' WHERE id = ?",
                UUID.fromString(challengeId));
    }

    /** The open code of an account that is named so. */
    public String challengeOf(String identifier) {
        return query("""
                        SELECT o.id FROM otp_challenges o JOIN identifiers i ON i.account_id = o.account_id
                        WHERE i.key = ? AND o.consumed_at IS NULL AND o.superseded_at IS NULL
                        """, identifier).getFirst();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
