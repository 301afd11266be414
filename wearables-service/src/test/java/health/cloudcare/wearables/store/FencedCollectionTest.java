package health.cloudcare.wearables.store;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.wearables.store.FencedCollection.Stored;
import health.cloudcare.wearables.store.FencedCollection.Write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class FencedCollectionTest {
    private static final long OLD = 7;
    private static final long NEW = 8;

    @Inject
    MongoClient client;

    private FencedCollection collection;
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void open() {
        collection = new FencedCollection(client.getDatabase("fencing").getCollection("documents", BsonDocument.class));
    }

    @Test
    void readsBackWhatTheHolderWroteLast() {
        collection.write(List.of(new Write(OLD, id, content(1), null)));
        collection.write(List.of(new Write(OLD, id, content(2), stored())));

        assertThat(stored()).isEqualTo(new Stored(OLD, content(2)));
    }

    @Test
    void aWriterThatLostItsPartitionChangesNothingThatIsRead() {
        collection.write(List.of(new Write(OLD, id, content(1), null)));
        Stored readByBoth = stored();
        collection.write(List.of(new Write(NEW, id, content(2), readByBoth)));

        // it was paused between reading and writing
        collection.write(List.of(new Write(OLD, id, content(99), readByBoth)));

        assertThat(stored()).isEqualTo(new Stored(NEW, content(2)));
    }

    @Test
    void aWriterThatFindsItsSuccessorStops() {
        collection.write(List.of(new Write(NEW, id, content(2), null)));

        assertThatThrownBy(() -> new Write(OLD, id, content(1), stored())).isInstanceOf(FencedOffException.class);
    }

    @Test
    void twoThatBothFoundNothingEndWithTheSuccessorsContent() {
        collection.write(List.of(new Write(OLD, id, content(1), null)));
        collection.write(List.of(new Write(NEW, id, content(2), null)));

        assertThat(stored()).isEqualTo(new Stored(NEW, content(2)));
    }

    private Stored stored() {
        return collection.load(List.of(id)).get(id);
    }

    private static BsonDocument content(int value) {
        return new BsonDocument("v", new BsonInt32(value));
    }
}
