package health.cloudcare.localstack.backing;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import io.netty.channel.embedded.EmbeddedChannel;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MongoFileTest {
    private static final int DOCUMENTS = 500;

    @TempDir
    Path directory;

    @Test
    void documentsComeBackAsTheyWere() {
        Document document = new Document("_id", new ObjectId())
                .append("text", "क")
                .append("int", 1)
                .append("long", 1L << 40)
                .append("double", -0.5)
                .append("decimal", Decimal128.fromNumber(3))
                .append("flag", true)
                .append("nothing", null)
                .append("at", Instant.ofEpochMilli(1_700_000_000_123L))
                .append("uuid", UUID.randomUUID())
                .append("binary", new BinData(new byte[] {1, 2, 3}))
                .append("list", List.of(1, "two", new Document("three", 3)))
                .append("empty", new Document());
        WriteBuffer out = new WriteBuffer();
        DocumentType type = new DocumentType();
        type.write(out, document);
        ByteBuffer in = out.getBuffer().flip();

        assertThat(type.read(in)).isEqualTo(document).hasToString(document.toString());
        assertThat(in.remaining()).isZero();
    }

    @Test
    void keysComeBackAndDifferentOnesAreInAnOrder() {
        List<KeyValue> keys = List.of(
                new KeyValue("a"),
                new KeyValue("b"),
                new KeyValue("a", "b"),
                new KeyValue(1.0),
                new KeyValue(2.0),
                new KeyValue(true),
                new KeyValue(Arrays.asList("a", null)),
                new KeyValue(List.of("a", Missing.getInstance())),
                new KeyValue(new Document("a", 1)),
                new KeyValue(new Document("a", 2)));
        IndexKeyType type = new IndexKeyType();
        for (KeyValue a : keys) {
            WriteBuffer out = new WriteBuffer();
            type.write(out, a);
            assertThat(type.read(out.getBuffer().flip())).isEqualTo(a);
            for (KeyValue b : keys) {
                assertThat(Integer.signum(type.compare(a, b)))
                        .as("%s and %s", a, b)
                        .isEqualTo(-Integer.signum(type.compare(b, a)));
                assertThat(type.compare(a, b) == 0).isEqualTo(a.equals(b));
            }
        }
    }

    @Test
    void findsByKeyWhatAnEarlierVersionHasWritten() {
        Path file = directory.resolve("mongo.mv");
        H2Backend earlier = new H2Backend(file.toString());
        earlier.resolveDatabase("test").createCollectionOrThrowIfExists("things");
        Document numbers = new Document("key", new Document("number", 1))
                .append("name", "number_1")
                .append("unique", true);
        earlier.handleCommand(
                new EmbeddedChannel(),
                "test",
                "createIndexes",
                new Document("createIndexes", "things").append("indexes", List.of(numbers)));
        fill(collection(earlier));
        earlier.close();

        for (int i = 0; i < 2; i++) { // the first time the indexes are put in order
            MongoFile now = MongoFile.open(file);
            MongoCollection<?> collection = collection(now);
            assertThat(collection.count()).isEqualTo(DOCUMENTS);
            for (int n = 0; n < DOCUMENTS; n++) {
                assertThat(found(collection, "_id", "id-" + n)).containsExactly(document(n));
                assertThat(found(collection, "number", n)).containsExactly(document(n));
            }
            assertThatThrownBy(() -> collection.addDocument(document(7).append("_id", "another")))
                    .hasMessageContaining("duplicate key");
            now.close();
        }
    }

    @Test
    void whatIsFoundIsNotWhatIsStored() {
        MongoFile file = MongoFile.open(directory.resolve("mongo.mv"));
        file.resolveDatabase("test").createCollectionOrThrowIfExists("things");
        MongoCollection<?> collection = collection(file);
        fill(collection);
        for (String field : List.of("_id", "number")) {
            Object value = document(3).get(field);
            found(collection, field, value).getFirst().put("number", "changed");
            assertThat(found(collection, field, value)).containsExactly(document(3));
        }
        file.close();
    }

    private static MongoCollection<?> collection(H2Backend backend) {
        return backend.resolveDatabase("test").resolveCollection("things", true);
    }

    private static void fill(MongoCollection<?> collection) {
        for (int n = 0; n < DOCUMENTS; n++) {
            collection.addDocument(document(n));
        }
    }

    private static Document document(int n) {
        return new Document("_id", "id-" + n).append("number", n).append("content", new BinData(new byte[n]));
    }

    private static List<Document> found(MongoCollection<?> collection, String field, Object value) {
        return collection.handleQuery(new Document(field, value), 0, 0).collectDocuments();
    }
}
