package health.cloudcare.hospital.resource;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.ResourcesChanged;
import health.cloudcare.servicekit.outbox.Outbox;

/** Tells what a hospital has now, whoever changed it. */
@ApplicationScoped
public class ResourceNews {

    private static final String NOW = """
            SELECT total_beds, available_beds, icu_beds, emergency_beds, oxygen_cylinders, ventilators, ambulances, blood_bags,
                   version
              FROM hospital WHERE id = ?1
            """;

    private final Outbox outbox;

    ResourceNews(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Within the caller's transaction, which has changed the row. */
    public Uni<Void> tell(UUID hospitalId, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOW, Object[].class)
                        .setParameter(1, hospitalId)
                        .getSingleResult())
                .chain(row -> outbox.append(event(hospitalId, at, row)));
    }

    private static ResourcesChanged event(UUID hospitalId, Instant at, Object[] row) {
        return new ResourcesChanged(
                at,
                hospitalId,
                number(row[0]),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                ((Number) row[8]).longValue());
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
