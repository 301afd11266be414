package health.cloudcare.gateway.route;

import java.util.List;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

import static health.cloudcare.gateway.route.BodyLimit.EXPORT;
import static health.cloudcare.gateway.route.BodyLimit.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

class RouteTableTest {

    private final RouteTable table = new RouteTable("production");

    @Test
    void allowsLongBodiesForExportsOnly() {
        assertThat(find(HttpMethod.POST, "/api/v1/wearables/import/apple-health/export")
                        .bodyLimit())
                .isEqualTo(EXPORT);
        assertThat(find(HttpMethod.POST, "/api/v1/wearables/import/apple-health")
                        .bodyLimit())
                .isEqualTo(STANDARD);
        assertThat(find(HttpMethod.PUT, "/api/v1/wearables/import/apple-health/export")
                        .bodyLimit())
                .isEqualTo(STANDARD);
    }

    @Test
    void namesRouteWithoutWhatTheClientChose() {
        assertThat(find(HttpMethod.GET, "/api/v1/patients/42/profile").template())
                .isEqualTo("/api/v1/patients/**");
    }

    @Test
    void leadsToTheOwnerOfNotesPastTheOwnerOfPatients() {
        assertThat(find(HttpMethod.POST, "/api/v1/patients/42/notes").service()).isEqualTo(Service.DOCTOR);
        assertThat(find(HttpMethod.GET, "/api/v1/patients/42/notes/7").service())
                .isEqualTo(Service.DOCTOR);
        assertThat(find(HttpMethod.GET, "/api/v1/patients/42/notes").access()).isEqualTo(Access.BEARER);
        assertThat(find(HttpMethod.GET, "/api/v1/patients/42/notesx").service()).isEqualTo(Service.PATIENT);
        assertThat(find(HttpMethod.GET, "/api/v1/patients//notes").service()).isEqualTo(Service.PATIENT);
        assertThat(find(HttpMethod.GET, "/api/v1/patients/42/profile/notes").service())
                .isEqualTo(Service.PATIENT);
        assertThat(find(HttpMethod.GET, "/api/v1/patients").service()).isEqualTo(Service.PATIENT);
    }

    @Test
    void leadsToAnotherServiceByASegmentBehindAnId() {
        assertThat(find(HttpMethod.GET, "/api/v1/patients/42/admissions").service())
                .isEqualTo(Service.HOSPITAL);
        assertThat(find(HttpMethod.GET, "/api/v1/patients/42/admissions/").service())
                .isEqualTo(Service.HOSPITAL);
        for (String other : List.of(
                "/api/v1/patients/42/admissions/7",
                "/api/v1/patients/42/admissionsx",
                "/api/v1/patients/4/2/admissions",
                "/api/v1/patients//admissions",
                "/api/v1/patients/admissions")) {
            assertThat(find(HttpMethod.GET, other).service()).as(other).isEqualTo(Service.PATIENT);
        }
        assertThat(find(HttpMethod.POST, "/api/v1/patients/42/admissions").service())
                .isEqualTo(Service.PATIENT);
    }

    @Test
    void isOpenOnlyWhereSomebodyWithoutTokenHasBusiness() {
        assertThat(find(HttpMethod.GET, "/api/v1/hospitals/").access()).isEqualTo(Access.OPEN);
        assertThat(find(HttpMethod.GET, "/api/v1/hospitals/1").access()).isEqualTo(Access.BEARER);
        assertThat(find(HttpMethod.DELETE, "/api/v1/auth/login").access()).isEqualTo(Access.BEARER);
        assertThat(table.find(HttpMethod.POST, "/.well-known/jwks.json")).isEmpty();
    }

    @Test
    void showsMessagesOfLocalInstallationOnly() {
        assertThat(table.find(HttpMethod.GET, "/outbox")).isEmpty();
        assertThat(new RouteTable("local").find(HttpMethod.GET, "/outbox")).isPresent();
    }

    @Test
    void readsPathWithSlashAtItsEndAsTheOneWithout() {
        assertThat(find(HttpMethod.POST, "/auth/login/")).isEqualTo(find(HttpMethod.POST, "/auth/login"));
        assertThat(table.find(HttpMethod.POST, "/auth/login//")).isEmpty();
        assertThat(table.find(HttpMethod.POST, "/auth/signin/verify/")).isEmpty();
    }

    private Route find(HttpMethod method, String path) {
        return table.find(method, path).orElseThrow();
    }
}
