package health.cloudcare.wearables.alert;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.contracts.UuidV7;

/** The consumer's side of the alerts: a patient's are raised by one consumer at a time. Blocking. */
@ApplicationScoped
class RaisedAlerts {
    private final MongoCollection<Document> alerts;
    private final Clock clock;

    RaisedAlerts(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database, Clock clock) {
        this.alerts = client.getDatabase(database).getCollection(AlertDocument.COLLECTION);
        this.clock = clock;
    }

    /** The alert that is to be told of an episode; empty when it was told before. Repeating it changes nothing. */
    Optional<Alert> raise(UUID patientId, AlertRule rule, double limit, Episode episode) {
        Document known = alerts.find(Filters.and(
                        Filters.eq(AlertDocument.PATIENT_ID, patientId.toString()),
                        Filters.eq(AlertDocument.RULE, rule.code()),
                        Filters.lte(AlertDocument.FROM, Date.from(episode.to().plus(rule.coolDown()))),
                        Filters.gte(AlertDocument.TO, Date.from(episode.from().minus(rule.coolDown())))))
                .first();
        if (known == null) {
            // the database keeps milliseconds
            Alert alert = new Alert(
                    UuidV7.at(clock.instant()),
                    patientId,
                    rule,
                    limit,
                    episode,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    null,
                    null);
            alerts.insertOne(AlertDocument.of(alert));
            return Optional.of(alert);
        }
        alerts.updateOne(
                Filters.eq(AlertDocument.ID, known.getString(AlertDocument.ID)),
                Updates.combine(
                        Updates.min(AlertDocument.FROM, Date.from(episode.from())),
                        Updates.max(AlertDocument.TO, Date.from(episode.to())),
                        Updates.set(
                                AlertDocument.WORST,
                                rule.worse(
                                        known.get(AlertDocument.WORST, Number.class)
                                                .doubleValue(),
                                        episode.worst()))));
        return known.getBoolean(AlertDocument.TOLD, false) ? Optional.empty() : Optional.of(AlertDocument.alert(known));
    }

    List<Alert> of(UUID patientId) {
        return alerts.find(Filters.eq(AlertDocument.PATIENT_ID, patientId.toString()))
                .map(AlertDocument::alert)
                .into(new ArrayList<>());
    }

    void remove(UUID id) {
        alerts.deleteOne(Filters.eq(AlertDocument.ID, id.toString()));
    }

    /** The broker has their events. */
    void told(Collection<UUID> ids) {
        List<String> texts = ids.stream().map(UUID::toString).toList();
        alerts.updateMany(Filters.in(AlertDocument.ID, texts), Updates.set(AlertDocument.TOLD, true));
    }
}
