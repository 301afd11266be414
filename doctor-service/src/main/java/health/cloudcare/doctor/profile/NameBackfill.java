package health.cloudcare.doctor.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

/** Indexes doctors that were written before there was an index, or without it, some at a time. */
@ApplicationScoped
class NameBackfill {

    private static final Logger LOG = Logger.getLogger(NameBackfill.class);
    private static final int AT_ONCE = 2_000;

    private static final String SOME = """
            SELECT id, first_name, middle_name, last_name FROM doctor
             WHERE search_name = '' AND status = 'REGISTERED' AND verified_at IS NOT NULL
             ORDER BY id LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED
            """;

    private static final String NAME = """
            UPDATE doctor SET search_name = found.name FROM unnest($1::uuid[], $2::text[]) AS found (id, name)
             WHERE doctor.id = found.id
            """;

    private static final String KEYS = """
            INSERT INTO doctor_name_key (doctor_id, key) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING
            """;

    private static final String WORDS = """
            INSERT INTO doctor_name_word (word) SELECT word FROM unnest($1::text[]) AS word ORDER BY word ON CONFLICT DO NOTHING
            """;

    private final Pool pool;

    NameBackfill(Pool pool) {
        this.pool = pool;
    }

    /** @param shown without the middle name */
    private record Found(UUID id, String name, String shown) {

        static Found of(Row row) {
            String name = sound(row, "first_name", "middle_name", "last_name");
            // nothing that could be typed; but looked at, so not again
            return new Found(row.getUUID("id"), name.isEmpty() ? "-" : name, sound(row, "first_name", "last_name"));
        }

        private static String sound(Row row, String... columns) {
            return NameIndex.searchName(Stream.of(columns)
                    .map(row::getString)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")));
        }
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> index() {
        return pool.withTransaction(this::some).chain(indexed -> {
            if (indexed == 0) {
                return Uni.createFrom().voidItem();
            }
            LOG.infof("%d doctors can be found now", indexed);
            return index();
        });
    }

    private Uni<Integer> some(SqlConnection transaction) {
        return transaction
                .preparedQuery(SOME)
                .execute(Tuple.of(AT_ONCE))
                .map(NameBackfill::found)
                .call(found -> write(transaction, found))
                .map(List::size);
    }

    private static List<Found> found(RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        rows.forEach(row -> found.add(Found.of(row)));
        return found;
    }

    private static Uni<Void> write(SqlConnection transaction, List<Found> found) {
        List<UUID> owners = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        Set<String> words = new LinkedHashSet<>();
        for (Found one : found) {
            words.addAll(NameIndex.words(one.name()));
            for (String key : NameIndex.keys(one.name(), one.shown())) {
                owners.add(one.id());
                keys.add(key);
            }
        }
        return transaction
                .preparedQuery(NAME)
                .execute(both(
                        found.stream().map(Found::id).toList(),
                        found.stream().map(Found::name).toList()))
                .chain(() -> transaction.preparedQuery(KEYS).execute(both(owners, keys)))
                .chain(() -> transaction
                        .preparedQuery(WORDS)
                        .execute(Tuple.tuple().addArrayOfString(words.toArray(String[]::new))))
                .replaceWithVoid();
    }

    private static Tuple both(List<UUID> ids, List<String> texts) {
        return Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)).addArrayOfString(texts.toArray(String[]::new));
    }
}
