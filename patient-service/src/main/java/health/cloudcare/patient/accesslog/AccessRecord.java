package health.cloudcare.patient.accesslog;

import java.io.UncheckedIOException;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.servicekit.event.CloudEventHeaders;

/** Records of the audit trail, read. */
final class AccessRecord {

    private AccessRecord() {}

    /** Empty when it is of a type that is not logged, perhaps of a newer publisher. */
    static Optional<LoggedAccess> read(ConsumerRecord<String, byte[]> record) throws PoisonRecordException {
        String type = CloudEventHeaders.text(record.headers(), CloudEventHeaders.TYPE);
        if (type == null) {
            throw new PoisonRecordException("without a type");
        }
        return switch (type) {
            case DataAccessed.TYPE -> Optional.of(LoggedAccess.of(event(record, type, DataAccessed.class)));
            case AccessRefused.TYPE -> Optional.of(LoggedAccess.of(event(record, type, AccessRefused.class)));
            default -> Optional.empty();
        };
    }

    private static <E extends Event> E event(ConsumerRecord<String, byte[]> record, String type, Class<E> eventClass)
            throws PoisonRecordException {
        byte[] data = record.value();
        E event = data == null ? null : parsed(data, eventClass);
        if (event == null) {
            throw new PoisonRecordException("not readable as " + type);
        }
        return event;
    }

    private static <E extends Event> @Nullable E parsed(byte[] data, Class<E> eventClass) {
        try {
            return EventJson.read(data, eventClass);
        } catch (UncheckedIOException e) {
            return null;
        }
    }
}
