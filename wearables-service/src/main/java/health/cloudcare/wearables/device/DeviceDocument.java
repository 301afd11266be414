package health.cloudcare.wearables.device;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The form of a device in the database. The external id is the key: that is what makes it unique over all patients. */
final class DeviceDocument {

    static final String DEVICE_ID = "_id";
    static final String PATIENT_ID = "patient_id";
    static final String IS_CONNECTED = "is_connected";
    static final String LAST_SYNC_TIME = "last_sync_time";
    static final String DATA_POINTS_SYNCED = "data_points_synced";

    private DeviceDocument() {}

    static Document of(Device device) {
        return new Document(DEVICE_ID, device.deviceId())
                .append("id", device.id().toString())
                .append(PATIENT_ID, device.patientId().toString())
                .append("name", device.name())
                .append("type", device.type())
                .append(IS_CONNECTED, device.connected())
                .append("battery_level", device.batteryLevel())
                .append(LAST_SYNC_TIME, date(device.lastSync()))
                .append(DATA_POINTS_SYNCED, device.pointsSynced())
                .append("created_at", Date.from(device.createdAt()));
    }

    static Device device(Document document) {
        return new Device(
                UUID.fromString(document.getString("id")),
                UUID.fromString(document.getString(PATIENT_ID)),
                document.getString(DEVICE_ID),
                document.getString("name"),
                document.getString("type"),
                document.getBoolean(IS_CONNECTED, false),
                document.getInteger("battery_level", 0),
                instant(document.getDate(LAST_SYNC_TIME)),
                document.get(DATA_POINTS_SYNCED, Number.class).longValue(),
                document.getDate("created_at").toInstant());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
