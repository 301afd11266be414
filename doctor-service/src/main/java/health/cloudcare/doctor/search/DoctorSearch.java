package health.cloudcare.doctor.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import health.cloudcare.doctor.profile.NameIndex;

/**
 * Finds doctors for whom somebody vouched. A name is looked for as the beginning of any part of it, in the order of the index; only
 * when nobody is called like that, those whose names are alike are found, the most similar first.
 */
@ApplicationScoped
class DoctorSearch {

    /** Of those who are only alike: beyond, they are not. */
    private static final int MOST_ALIKE = 50;

    private static final int MOST_WORDS = 3;

    /** Of several keys of one doctor that begin alike only the first one counts. */
    static final String BEGINNING = "SELECT " + FoundDoctor.COLUMNS + """
              FROM doctor_name_key k JOIN doctor d ON d.id = k.doctor_id
             WHERE k.key >= $1 AND k.key < $2 AND d.search_name <> ''
               AND NOT EXISTS (SELECT 1 FROM doctor_name_key o WHERE o.doctor_id = k.doctor_id AND o.key >= $1 AND o.key < k.key)
             ORDER BY k.key, k.doctor_id LIMIT $3 OFFSET $4
            """;

    /** Words of the vocabulary that are like each of those typed, and doctors who have one of the first and one of the last. */
    static final String ALIKE = """
            WITH near AS (
                SELECT typed.number, found.word
                  FROM unnest($1::text[]) WITH ORDINALITY AS typed (word, number)
                 CROSS JOIN LATERAL (
                     SELECT w.word FROM doctor_name_word w WHERE w.word % typed.word
                      ORDER BY similarity(w.word, typed.word) DESC, w.word LIMIT 8) found),
            pairs AS (
                SELECT DISTINCT a.word || ' ' || b.word AS beginning
                  FROM near a JOIN near b ON a.number <> b.number
                UNION
                SELECT word FROM near WHERE cardinality($1::text[]) = 1),
            candidates AS (
                SELECT DISTINCT k.doctor_id FROM pairs CROSS JOIN LATERAL (
                    SELECT doctor_id FROM doctor_name_key
                     WHERE key >= pairs.beginning AND key < pairs.beginning || '~' ORDER BY key, doctor_id LIMIT 50) k)
            """ + "SELECT " + FoundDoctor.COLUMNS + """
              FROM candidates c JOIN doctor d ON d.id = c.doctor_id AND d.search_name <> ''
             ORDER BY similarity(d.search_name, $2) DESC, d.search_name, d.id LIMIT $3
            """;

    /** Who has exactly that number comes first, also when only one of both, typed or registered, has the country code. */
    static final String PHONE = "SELECT " + FoundDoctor.COLUMNS + """
              FROM doctor d WHERE d.search_name <> '' AND (d.phone_digits LIKE $1 OR d.phone_digits LIKE $4)
             ORDER BY right(d.phone_digits, 10) = $4 DESC, d.search_name, d.id LIMIT $2 OFFSET $3
            """;

    /** Of a number without its country code, in India. */
    private static final int NATIONAL_DIGITS = 10;

    private final Pool pool;

    DoctorSearch(Pool pool) {
        this.pool = pool;
    }

    /**
     * Doctors found, and whether there are more behind them.
     *
     * @param doctors in order
     */
    record Found(List<FoundDoctor> doctors, boolean more) {

        static Found first(List<FoundDoctor> found, int offset, int limit) {
            List<FoundDoctor> rest = found.subList(Math.min(offset, found.size()), found.size());
            return new Found(List.copyOf(rest.subList(0, Math.min(limit, rest.size()))), rest.size() > limit);
        }
    }

    Uni<Found> byName(String typed, int offset, int limit) {
        String name = NameIndex.searchName(typed);
        if (name.isEmpty()) {
            return Uni.createFrom().item(new Found(List.of(), false));
        }
        return beginning(name, offset, limit)
                .chain(found -> found.doctors().isEmpty()
                        ? alikeUnlessFound(name, offset, limit)
                        : Uni.createFrom().item(found));
    }

    /** @param digits at least four, anywhere in the number */
    Uni<Found> byPhone(String digits, int offset, int limit) {
        String national = digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS));
        return found(PHONE, Tuple.of("%" + digits + "%", limit + 1, offset, national))
                .map(all -> Found.first(all, 0, limit));
    }

    private Uni<Found> beginning(String name, int offset, int limit) {
        return found(BEGINNING, Tuple.of(name, name + '~', limit + 1, offset)) // folded names sort before ~
                .map(all -> Found.first(all, 0, limit));
    }

    /** Behind the last page of those whose names begin like that there is nothing. */
    private Uni<Found> alikeUnlessFound(String name, int offset, int limit) {
        Uni<Boolean> anyBegins = offset == 0
                ? Uni.createFrom().item(false)
                : beginning(name, 0, 1).map(found -> !found.doctors().isEmpty());
        return anyBegins.chain(
                any -> any ? Uni.createFrom().item(new Found(List.of(), false)) : alike(name, offset, limit));
    }

    private Uni<Found> alike(String name, int offset, int limit) {
        String[] words = Arrays.stream(name.split(" ")).limit(MOST_WORDS).toArray(String[]::new);
        return found(ALIKE, Tuple.of(words, name, MOST_ALIKE)).map(all -> Found.first(all, offset, limit));
    }

    Uni<List<FoundDoctor>> among(List<UUID> ids) {
        return found(
                "SELECT " + FoundDoctor.COLUMNS + " FROM doctor d WHERE d.id = ANY ($1) AND d.status = 'REGISTERED'",
                Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)));
    }

    Uni<List<FoundDoctor>> found(String query, Tuple parameters) {
        return pool.preparedQuery(query).execute(parameters).map(DoctorSearch::doctors);
    }

    private static List<FoundDoctor> doctors(RowSet<Row> rows) {
        List<FoundDoctor> doctors = new ArrayList<>();
        rows.forEach(row -> doctors.add(FoundDoctor.of(row)));
        return doctors;
    }
}
