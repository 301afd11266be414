package health.cloudcare.endtoend.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Everything that the suite keeps. */
public final class Stores {

    public static final List<String> DATABASES = List.of("auth", "patient", "doctor", "hospital", "document");

    private static final List<String> MONGO_DATABASES = List.of("wearables", "notification");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String COLUMNS = """
            SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns c
            JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
            """;

    private final int portBase;
    private final String postgresPassword;

    Stores(int portBase, String postgresPassword) {
        this.portBase = portBase;
        this.postgresPassword = postgresPassword;
    }

    /** The first column of all rows. */
    public List<String> select(String database, String query, Object... parameters) {
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(query)) {
            set(statement, parameters);
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How time passes for a test: what is not to be waited for is moved into the past. */
    public int update(String database, String statementText, Object... parameters) {
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(statementText)) {
            set(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All columns of all tables as text, by {@code database.table.column}; bytes as hexadecimal digits. */
    public Map<String, String> columns() {
        Map<String, String> columns = new TreeMap<>();
        for (String database : DATABASES) {
            try (Connection connection = connect(database);
                    PreparedStatement statement = connection.prepareStatement(COLUMNS);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String table = "\"" + rows.getString(1) + "\".\"" + rows.getString(2) + "\"";
                    columns.put(
                            database + "." + rows.getString(2) + "." + rows.getString(3),
                            String.join("\n", texts(database, table, rows.getString(3))));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return columns;
    }

    /** All collections, a document per line. */
    public Map<String, String> collections() {
        Map<String, String> collections = new TreeMap<>();
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + (portBase + 23))) {
            for (String name : MONGO_DATABASES) {
                MongoDatabase database = client.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    List<String> lines = new ArrayList<>();
                    for (Document document : database.getCollection(collection).find()) {
                        lines.add(document.toString());
                    }
                    collections.put(name + "." + collection, String.join("\n", lines));
                }
            }
        }
        return collections;
    }

    /** All records of all topics, those of Kafka's own apart, with keys and headers. */
    public Map<String, String> topics() {
        Map<String, StringBuilder> topics = new TreeMap<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> !partition.topic().startsWith("__"))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL)
                        .forEach(record -> topics.computeIfAbsent(record.topic(), topic -> new StringBuilder())
                                .append(line(record))
                                .append('\n'));
            }
        }
        return topics.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toString()));
    }

    /** The names of all keys in Redis, which is where limits and ended sessions are counted. */
    public List<String> redisKeys() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), portBase + 24);
                BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            socket.getOutputStream().write("KEYS *\r\n".getBytes(UTF_8));
            int count = Integer.parseInt(reader.readLine().substring(1));
            List<String> keys = new ArrayList<>();
            while (keys.size() < count) {
                reader.readLine(); // its length
                keys.add(reader.readLine());
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + (portBase + 21), "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static String line(ConsumerRecord<String, String> record) {
        StringBuilder line = new StringBuilder().append(record.key());
        for (Header header : record.headers()) {
            line.append(' ').append(header.key()).append('=').append(new String(header.value(), UTF_8));
        }
        return line.append(' ').append(record.value()).toString();
    }

    private List<String> texts(String database, String table, String column) {
        String query = "SELECT \"" + column + "\"::text FROM " + table + " WHERE \"" + column + "\" IS NOT NULL";
        return select(database, query);
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + (portBase + 20) + "/" + database, "cloudcare", postgresPassword);
    }
}
