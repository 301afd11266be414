package health.cloudcare.doctor.search;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** Lists of doctors by what they do and where, in the order of their ids. */
@ApplicationScoped
class DoctorListing {

    private static final String MATCHING = """
              FROM doctor d
             WHERE d.status = 'REGISTERED' AND d.verified_at IS NOT NULL
               AND ($1::text IS NULL OR lower(d.specialization) = $1)
               AND ($2::text IS NULL OR lower(d.city) = $2)
               AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM affiliation a
                     WHERE a.doctor_id = d.id AND a.hospital_id = $3 AND a.standing = 'ACTIVE'))
               AND ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM affiliation a
                     WHERE a.doctor_id = d.id AND a.hospital_id = $4 AND a.standing = 'ACTIVE'))
            """;

    private static final String SOME = "SELECT " + FoundDoctor.COLUMNS + MATCHING + " ORDER BY d.id LIMIT $5 OFFSET $6";
    private static final String COUNT = "SELECT count(*)" + MATCHING;

    private final Pool pool;
    private final DoctorSearch search;

    DoctorListing(Pool pool, DoctorSearch search) {
        this.pool = pool;
        this.search = search;
    }

    /** All that are given must hold; clinics and hospitals are one kind of place here. */
    record Filter(
            @Nullable String specialty,
            @Nullable String city,
            @Nullable UUID clinicId,
            @Nullable UUID hospitalId) {

        Filter {
            specialty = lowerCase(specialty);
            city = lowerCase(city);
        }

        private static @Nullable String lowerCase(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
        }
    }

    record Listed(List<FoundDoctor> doctors, long total) {}

    Uni<Listed> list(Filter filter, int skip, int limit) {
        return search.found(SOME, parameters(filter).addInteger(limit).addInteger(skip))
                .chain(found -> count(filter).map(total -> new Listed(found, total)));
    }

    private Uni<Long> count(Filter filter) {
        return pool.preparedQuery(COUNT)
                .execute(parameters(filter))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Tuple parameters(Filter filter) {
        return Tuple.of(filter.specialty(), filter.city(), filter.clinicId(), filter.hospitalId());
    }
}
