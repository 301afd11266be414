package health.cloudcare.hospital.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.hospital.AccountStory;
import health.cloudcare.hospital.HospitalTables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class DemoMigrationTest {

    private static final UUID SAKRA = UUID.fromString("019a0000-0000-7000-8000-000000000005");

    @Inject
    AgroalDataSource database;

    @Inject
    HospitalTables tables;

    @Test
    void rowsOfAnOlderVersionGetTheRestAndCompleteOnesStayAsTheyAre() throws SQLException {
        flyway("db/migration").target("1").load().migrate();
        execute("insert into older.hospital (id, name, hospital_code, city, state, created_at)"
                + " values ('019a0000-0000-7000-8000-000000000001', 'Apollo Hospital Bangalore', 'HC-B2631D', 'Bangalore',"
                + " 'Karnataka', '2025-11-01T00:00:00Z')");

        flyway("db/migration", "db/demo").load().migrate();

        assertThat(count("status = 'REGISTERED' and verified_at is not null and total_beds > 0"
                        + " and available_beds = total_beds and num_nulls(phone_primary, address_line1) = 0"))
                .isEqualTo(5);
        execute("update older.hospital set available_beds = 1, active = false where hospital_code = 'HC-B2631D'");
        execute("delete from older.flyway_schema_history where version is null and script like 'R\\_\\_%'");
        flyway("db/migration", "db/demo").load().migrate();
        assertThat(count("hospital_code = 'HC-B2631D' and available_beds = 1 and not active"))
                .isEqualTo(1);
    }

    @Test
    void aDemoHospitalTakesTheFirstAccountThatIsRegisteredForIt() {
        UUID account = UUID.randomUUID();

        AccountStory.tell(account(account), account(UUID.randomUUID()));

        await().untilAsserted(() -> assertThat(tables.hospital(SAKRA)).containsKey("account_id"));
        assertThat(tables.hospital(SAKRA)).containsEntry("status", "REGISTERED").containsKey("verified_at");
    }

    private static AccountRegistered account(UUID account) {
        return new AccountRegistered(AccountStory.REGISTERED_AT, account, "HOSPITAL_ADMIN", null, null, SAKRA);
    }

    private FluentConfiguration flyway(String... locations) {
        return Flyway.configure().dataSource(database).schemas("older").locations(locations);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from older.hospital where " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
