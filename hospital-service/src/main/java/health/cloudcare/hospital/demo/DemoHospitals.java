package health.cloudcare.hospital.demo;

import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Leaves the demo hospitals out of everything but a local installation. As a migration, so that a database that holds them
 * cannot be taken into production later: Flyway refuses to start on a migration that it does not know.
 */
@Singleton
public class DemoHospitals implements FlywayConfigurationCustomizer {

    private static final String DEMO = "db/demo";

    private final String mode;

    DemoHospitals(@ConfigProperty(name = "cloudcare.mode") String mode) {
        this.mode = mode;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        if (!"local".equals(mode)) {
            configuration.locations(Stream.of(configuration.getLocations())
                    .filter(location -> !location.getDescriptor().endsWith(DEMO))
                    .toArray(Location[]::new));
        }
    }
}
