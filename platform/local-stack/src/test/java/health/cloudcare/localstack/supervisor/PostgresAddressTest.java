package health.cloudcare.localstack.supervisor;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresAddressTest {
    @Test
    void separatesTheUserFromTheServer() {
        var address = PostgresAddress.parse("postgresql://app:s+cr%2Fet@db.example");

        assertThat(address.url()).isEqualTo("postgresql://db.example:5432");
        assertThat(address.user()).contains("app");
        assertThat(address.password()).contains("s+cr/et");
    }

    @Test
    void worksWithoutAUser() {
        assertThat(PostgresAddress.parse("postgres://localhost:6000"))
                .isEqualTo(new PostgresAddress(
                        "postgresql://localhost:6000", java.util.Optional.empty(), java.util.Optional.empty()));
    }

    @Test
    void refusesAnotherSchemeWithoutRepeatingThePassword() {
        assertThatThrownBy(() -> PostgresAddress.parse("jdbc:postgresql://app:secret@localhost/x y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql://user:password@host:5432")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
