package health.cloudcare.hospital.demo;

import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoHospitalsTest {

    private final FluentConfiguration flyway = new FluentConfiguration().locations("db/migration", "db/demo");

    @Test
    void stayOutOfProduction() {
        new DemoHospitals("production").customize(flyway);

        assertThat(flyway.getLocations()).extracting(Location::getDescriptor).containsExactly("classpath:db/migration");
    }

    @Test
    void areThereInLocalMode() {
        new DemoHospitals("local").customize(flyway);

        assertThat(flyway.getLocations()).hasSize(2);
    }
}
