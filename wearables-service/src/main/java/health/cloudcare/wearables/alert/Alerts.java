package health.cloudcare.wearables.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

/** The alerts, for those who look at them. */
@ApplicationScoped
class Alerts {
    private static final Logger LOG = Logger.getLogger(Alerts.class);
    private static final Bson NEWEST_FIRST =
            Sorts.orderBy(Sorts.descending(AlertDocument.RAISED_AT), Sorts.descending(AlertDocument.ID));

    private final ReactiveMongoCollection<Document> alerts;
    private final Clock clock;

    Alerts(
            ReactiveMongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Clock clock) {
        this.alerts = client.getDatabase(database).getCollection(AlertDocument.COLLECTION);
        this.clock = clock;
    }

    /** Helps to find a patient's; without it lists are only slower. */
    void createIndex(@Observes StartupEvent event) {
        alerts.createIndex(Indexes.compoundIndex(
                        Indexes.ascending(AlertDocument.PATIENT_ID), Indexes.descending(AlertDocument.RAISED_AT)))
                .subscribe()
                .with(name -> {}, failure -> LOG.warnf("no index on the alerts' patients: %s", failure.getMessage()));
    }

    /**
     * Which alerts.
     *
     * @param metrics codes of those that may be seen; null for all
     * @param from of the time they began; null for no bound
     * @param to exclusive, likewise
     * @param acknowledged null for both
     * @param severity null for all
     */
    record Wanted(
            @Nullable Collection<String> metrics,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Boolean acknowledged,
            @Nullable AlertSeverity severity) {

        private Bson filter(Bson patients) {
            List<Bson> all = new ArrayList<>(List.of(patients));
            if (metrics != null) {
                all.add(Filters.in(AlertDocument.METRIC, metrics));
            }
            if (from != null) {
                all.add(Filters.gte(AlertDocument.FROM, Date.from(from)));
            }
            if (to != null) {
                all.add(Filters.lt(AlertDocument.FROM, Date.from(to)));
            }
            if (acknowledged != null) {
                all.add(
                        acknowledged
                                ? Filters.ne(AlertDocument.ACKNOWLEDGED_AT, null)
                                : Filters.eq(AlertDocument.ACKNOWLEDGED_AT, null));
            }
            if (severity != null) {
                all.add(Filters.eq(AlertDocument.SEVERITY, severity.name()));
            }
            return Filters.and(all);
        }
    }

    /** Newest first. */
    Uni<Page<Alert>> ofPatient(UUID patientId, Wanted wanted, PageRequest page) {
        Bson filter = wanted.filter(Filters.eq(AlertDocument.PATIENT_ID, patientId.toString()));
        return alerts.find(
                        filter,
                        new FindOptions().sort(NEWEST_FIRST).skip(page.offset()).limit(page.size()))
                .map(AlertDocument::alert)
                .collect()
                .asList()
                .chain(found -> alerts.countDocuments(filter).map(total -> Page.of(found, page, total)));
    }

    /** Of several patients together, newest first; at most so many. */
    Uni<List<Alert>> ofPatients(Collection<UUID> patients, Wanted wanted, int most) {
        Bson theirs = Filters.in(
                AlertDocument.PATIENT_ID, patients.stream().map(UUID::toString).toList());
        return alerts.find(
                        wanted.filter(theirs),
                        new FindOptions().sort(NEWEST_FIRST).limit(most))
                .map(AlertDocument::alert)
                .collect()
                .asList();
    }

    Uni<@Nullable Alert> find(UUID id) {
        return alerts.find(Filters.eq(AlertDocument.ID, id.toString()))
                .collect()
                .first()
                .map(document -> document == null ? null : AlertDocument.alert(document));
    }

    /** The first to say so is remembered. */
    Uni<Void> acknowledge(UUID id, UUID account) {
        return alerts.updateOne(
                        Filters.and(
                                Filters.eq(AlertDocument.ID, id.toString()),
                                Filters.eq(AlertDocument.ACKNOWLEDGED_AT, null)),
                        Updates.combine(
                                Updates.set(AlertDocument.ACKNOWLEDGED_AT, Date.from(clock.instant())),
                                Updates.set(AlertDocument.ACKNOWLEDGED_BY, account.toString())))
                .replaceWithVoid();
    }

    /** Of a patient whose account is gone. */
    Uni<Void> eraseOf(UUID patientId) {
        return alerts.deleteMany(Filters.eq(AlertDocument.PATIENT_ID, patientId.toString()))
                .replaceWithVoid();
    }
}
