package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.consent.GranteeNames;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

/** A patient's log for the patient's eyes, newest first. */
@ApplicationScoped
class LogReading {

    private static final String MATCHING = """
             FROM access_log
            WHERE patient_id = $1
              AND ($2::timestamptz IS NULL OR occurred_at >= $2)
              AND ($3::timestamptz IS NULL OR occurred_at < $3)
              AND ($4::text IS NULL OR outcome = $4)
              AND ($5::boolean IS NULL OR emergency = $5)
            """;

    private static final String COUNT = "SELECT count(*)" + MATCHING;
    private static final String PAGE =
            "SELECT " + Entries.COLUMNS + MATCHING + "ORDER BY sequence DESC LIMIT $6 OFFSET $7";

    private final Pool pool;
    private final GranteeNames names;

    LogReading(Pool pool, GranteeNames names) {
        this.pool = pool;
        this.names = names;
    }

    Uni<Page<LogEntryResponse>> page(UUID patientId, LogFilter filter, PageRequest request) {
        return pool.preparedQuery(COUNT)
                .execute(conditions(patientId, filter))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(total -> pool.preparedQuery(PAGE)
                        .execute(conditions(patientId, filter)
                                .addInteger(request.size())
                                .addInteger(request.offset()))
                        .chain(rows -> named(patientId, Entries.of(rows)))
                        .map(items -> Page.of(items, request, total)));
    }

    private Uni<List<LogEntryResponse>> named(UUID patientId, List<Entry> entries) {
        var actors = entries.stream()
                .map(entry -> entry.access().actorProfileId())
                .filter(Objects::nonNull)
                .filter(actor -> !patientId.equals(actor))
                .collect(Collectors.toSet());
        return names.knownTo(patientId, actors).map(known -> entries.stream()
                .map(entry -> LogEntryResponse.of(entry, nameOfActor(entry, known)))
                .toList());
    }

    private static @Nullable String nameOfActor(Entry entry, Map<UUID, String> known) {
        UUID actor = entry.access().actorProfileId();
        return actor == null ? null : known.get(actor);
    }

    private static Tuple conditions(UUID patientId, LogFilter filter) {
        return Tuple.tuple()
                .addUUID(patientId)
                .addOffsetDateTime(time(filter.from()))
                .addOffsetDateTime(time(filter.to()))
                .addString(filter.outcome())
                .addBoolean(filter.emergency());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
