package health.cloudcare.wearables.store;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class GatheredDocumentsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ReactiveMongoClient client;

    private GatheredDocuments documents;
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void open() {
        documents = new GatheredDocuments(client.getDatabase("gathering").getCollection("documents"));
    }

    @Test
    void everybodyFindsTheirOwn() {
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> id + i).toList();
        together(ids.stream().map(one -> write(inserted(one))).toList());

        List<@Nullable Document> found =
                together(ids.stream().map(one -> documents.find(one)).toList());

        assertThat(found).extracting(document -> document.getString("_id")).containsExactlyElementsOf(ids);
        assertThat(together(List.of(documents.find("nobody's")))).containsOnlyNulls();
    }

    @Test
    void changesOfOneDocumentAddUp() {
        together(List.of(write(inserted(id))));

        together(IntStream.range(0, 50)
                .mapToObj(i -> write(new UpdateOneModel<>(Filters.eq("_id", id), Updates.inc("times", 1))))
                .toList());

        assertThat(together(List.of(documents.find(id))))
                .extracting(document -> document.getInteger("times"))
                .containsExactly(50);
    }

    @Test
    void onlyTheWriteThatFailedFails() {
        together(List.of(write(inserted(id))));

        List<Object> written = together(List.of(write(inserted(id + 1)), write(inserted(id)), write(inserted(id + 2))));

        assertThat(written).element(1).isInstanceOfSatisfying(MongoWriteException.class, failure -> assertThat(
                        failure.getError().getCategory())
                .isEqualTo(ErrorCategory.DUPLICATE_KEY));
        assertThat(written).element(0).isEqualTo("written");
        assertThat(written).element(2).isEqualTo("written");
    }

    /** The failure in place of the result where there is one. */
    private Uni<Object> write(WriteModel<Document> change) {
        return documents
                .write(change)
                .replaceWith((Object) "written")
                .onFailure(MongoWriteException.class)
                .recoverWithItem(failure -> failure);
    }

    private static WriteModel<Document> inserted(String id) {
        return new InsertOneModel<>(new Document("_id", id));
    }

    private static <T> List<T> together(List<Uni<T>> all) {
        return Uni.join().all(all).andFailFast().await().atMost(PATIENCE);
    }
}
