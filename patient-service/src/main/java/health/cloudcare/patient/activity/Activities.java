package health.cloudcare.patient.activity;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;

/** Keeps activities by the event's id, so that a repeated event adds nothing; of a patient who left, nothing is added at all. */
@ApplicationScoped
class Activities {

    private static final String ADD = """
            INSERT INTO activities (id, patient_id, type, title, description, happened_at, subject, reference_id)
            SELECT $1, p.id, $3, $4, $5, $6, $7, $8 FROM patients p WHERE p.id = $2
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String NEWEST = """
            SELECT id, patient_id, type, title, description, happened_at, subject, reference_id FROM activities
             WHERE patient_id = $1 ORDER BY happened_at DESC, id DESC LIMIT $2 OFFSET $3
            """;

    private static final String COUNT = "SELECT count(*) FROM activities WHERE patient_id = $1";

    private final Pool pool;

    Activities(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(Activity activity) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(activity.id())
                        .addUUID(activity.patientId())
                        .addString(activity.type().name())
                        .addString(activity.title())
                        .addString(activity.description())
                        .addOffsetDateTime(activity.at().atOffset(ZoneOffset.UTC))
                        .addString(activity.subject())
                        .addUUID(activity.referenceId()))
                .replaceWithVoid();
    }

    Uni<Page<ActivityResponse>> newestOf(UUID patientId, PageRequest request) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(patientId, request.size(), request.offset()))
                .chain(rows -> {
                    List<ActivityResponse> items = new ArrayList<>();
                    rows.forEach(row -> items.add(ActivityResponse.of(row)));
                    return count(patientId).map(total -> Page.of(items, request, total));
                });
    }

    private Uni<Long> count(UUID patientId) {
        return pool.preparedQuery(COUNT).execute(Tuple.of(patientId)).map(rows -> {
            Row row = rows.iterator().next();
            return row.getLong(0);
        });
    }
}
