package health.cloudcare.wearables.device;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.store.GatheredDocuments;

/** The registered devices. */
@ApplicationScoped
public class Devices {

    /** Nobody wears more; the list must end somewhere. */
    private static final int MAX_LISTED = 200;

    private final ReactiveMongoCollection<Document> devices;
    private final GatheredDocuments single;
    private final Clock clock;

    Devices(
            ReactiveMongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Clock clock) {
        this.devices = client.getDatabase(database).getCollection("devices");
        this.single = new GatheredDocuments(devices);
        this.clock = clock;
    }

    /** Fails with a 409 problem when the device is registered already, for this patient or for another. */
    Uni<Device> register(UUID patientId, String deviceId, @Nullable String name, @Nullable String type) {
        return insert(patientId, deviceId, name, type)
                .onFailure(Devices::isDuplicate)
                .transform(
                        taken -> ProblemType.CONFLICT.problem("A device with this device_id is registered already."));
    }

    /** Newest first. */
    public Uni<List<Device>> ofPatient(UUID patientId) {
        return devices.find(
                        Filters.eq(DeviceDocument.PATIENT_ID, patientId.toString()),
                        new FindOptions().limit(MAX_LISTED))
                .map(DeviceDocument::device)
                .collect()
                .asList()
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(Device::createdAt).reversed())
                        .toList());
    }

    /** When any of the patient's devices last sent something; empty when none ever did. */
    public Uni<Optional<Instant>> lastSync(UUID patientId) {
        return ofPatient(patientId).map(found -> found.stream()
                .map(Device::lastSync)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder()));
    }

    /**
     * The patient's device with that id, registered now if nobody has it. Fails with a 403 problem when it is another
     * patient's: nobody writes into a record by knowing an id.
     */
    public Uni<Device> syncing(UUID patientId, String deviceId, @Nullable String name, @Nullable String type) {
        return find(deviceId)
                .onItem()
                .ifNull()
                .switchTo(() -> insert(patientId, deviceId, name, type)
                        .onFailure(Devices::isDuplicate)
                        .recoverWithUni(raced -> find(deviceId)))
                .onItem()
                .transformToUni(device -> device.patientId().equals(patientId)
                        ? Uni.createFrom().item(device)
                        : Uni.createFrom()
                                .failure(ProblemType.FORBIDDEN.problem("This device belongs to another account.")));
    }

    /** Of a patient whose account is gone. */
    public Uni<Void> eraseOf(UUID patientId) {
        return devices.deleteMany(Filters.eq(DeviceDocument.PATIENT_ID, patientId.toString()))
                .replaceWithVoid();
    }

    /** Its readings stay. */
    public Uni<Void> forget(UUID patientId, String deviceId) {
        return devices.deleteOne(Filters.and(
                        Filters.eq(DeviceDocument.DEVICE_ID, deviceId),
                        Filters.eq(DeviceDocument.PATIENT_ID, patientId.toString())))
                .replaceWithVoid();
    }

    /** The broker has what the device sent. */
    public Uni<Void> synced(String deviceId, Instant at) {
        return update(
                deviceId,
                Updates.combine(
                        Updates.set(DeviceDocument.LAST_SYNC_TIME, Date.from(at)),
                        Updates.set(DeviceDocument.IS_CONNECTED, true)));
    }

    /** That many of its readings were new. */
    public Uni<Void> stored(String deviceId, long readings) {
        return update(deviceId, Updates.inc(DeviceDocument.DATA_POINTS_SYNCED, readings));
    }

    private Uni<Void> update(String deviceId, Bson change) {
        return single.write(new UpdateOneModel<>(Filters.eq(DeviceDocument.DEVICE_ID, deviceId), change));
    }

    private Uni<Device> insert(UUID patientId, String deviceId, @Nullable String name, @Nullable String type) {
        // the database keeps milliseconds, and an answer must not say more than the next one
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Device device = Device.registered(UuidV7.at(now), patientId, deviceId, name, type, now);
        return devices.insertOne(DeviceDocument.of(device)).replaceWith(device);
    }

    private Uni<@Nullable Device> find(String deviceId) {
        return single.find(deviceId).map(document -> document == null ? null : DeviceDocument.device(document));
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
