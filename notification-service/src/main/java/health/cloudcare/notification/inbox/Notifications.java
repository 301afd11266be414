package health.cloudcare.notification.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

@ApplicationScoped
class Notifications implements ReactivePanacheMongoRepositoryBase<Notification, UUID> {

    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final String RECIPIENT = "recipient";
    private static final String READ_AT = "readAt";

    /** Equality on one key: the only kind of index that the embedded MongoDB uses as well. */
    void prepare(@Observes StartupEvent start) {
        mongoCollection()
                .createIndex(Indexes.ascending(RECIPIENT))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(30))
                .indefinitely()
                .subscribe()
                .with(name -> LOG.debugf("index %s is there", name));
    }

    /** Does nothing when it is there already. */
    Uni<Void> addOnce(Notification notification) {
        return persist(notification)
                .replaceWithVoid()
                .onFailure(Notifications::isThereAlready)
                .recoverWithNull();
    }

    Uni<Page<Notification>> newestOf(UUID account, PageRequest request) {
        Uni<List<Notification>> items = find(
                        RECIPIENT, Sort.descending("createdAt").and("_id"), account)
                .page(request.page(), request.size())
                .list();
        return items.chain(found -> count(RECIPIENT, account).map(total -> Page.of(found, request, total)));
    }

    Uni<Long> unreadOf(UUID account) {
        return mongoCollection().countDocuments(Filters.and(Filters.eq(RECIPIENT, account), Filters.eq(READ_AT, null)));
    }

    /** The first time counts. False when the account has no such notification. */
    Uni<Boolean> read(UUID account, UUID id, Instant now) {
        Bson own = Filters.and(Filters.eq("_id", id), Filters.eq(RECIPIENT, account));
        return mongoCollection()
                .updateOne(Filters.and(own, Filters.eq(READ_AT, null)), Updates.set(READ_AT, now))
                .chain(() -> mongoCollection().countDocuments(own))
                .map(found -> found > 0);
    }

    Uni<Void> deleteAllOf(UUID account) {
        return delete(RECIPIENT, account).replaceWithVoid();
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
