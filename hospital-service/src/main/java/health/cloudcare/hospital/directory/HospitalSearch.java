package health.cloudcare.hospital.directory;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import health.cloudcare.hospital.profile.HospitalNames;

/**
 * Finds hospitals that anybody may find, by name. Rows are read as they are: fifty entities with all that Hibernate keeps of them
 * took most of the time.
 */
@ApplicationScoped
class HospitalSearch {

    /** Documented. */
    private static final int MOST = 50;

    /** Of less an index of trigrams finds every row. */
    private static final int TRIGRAM = 3;

    private static final String LISTED = "SELECT " + FoundHospital.COLUMNS + """
              FROM hospital
             WHERE active AND status = 'REGISTERED' AND verified_at IS NOT NULL
               AND ($3 = '' OR lower(city) = $3) AND ($4 = '' OR lower(state) = $4)
               AND (%1$s LIKE $1 ESCAPE '!' OR %1$s LIKE $2 ESCAPE '!')
             ORDER BY name, id LIMIT $5
            """;

    static final String BY_TRIGRAMS = LISTED.formatted("search_text");

    /** In the order of names, until there are enough: what is that short is in most of them. */
    static final String BY_NAME = LISTED.formatted("(search_text || '')");

    private final Pool pool;

    HospitalSearch(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param typed a part of the name or the code
     * @param city in lower case, empty for any
     * @param state likewise
     */
    Uni<List<FoundHospital>> find(String typed, String city, String state) {
        String written = HospitalNames.anywhere(typed);
        String sound = HospitalNames.soundingLike(typed);
        boolean selective = Math.min(written.length(), sound.length()) >= TRIGRAM + "%%".length();
        return pool.preparedQuery(selective ? BY_TRIGRAMS : BY_NAME)
                .execute(Tuple.of(written, sound, city, state, MOST))
                .map(HospitalSearch::hospitals);
    }

    private static List<FoundHospital> hospitals(RowSet<Row> rows) {
        List<FoundHospital> hospitals = new ArrayList<>(rows.size());
        rows.forEach(row -> hospitals.add(FoundHospital.of(row)));
        return hospitals;
    }
}
