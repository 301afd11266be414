package health.cloudcare.hospital.directory;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.hospital.AccountStory;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.hospital.NewHospital.aHospital;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class HospitalSearchTest {

    @Inject
    AgroalDataSource database;

    @Inject
    SearchTexts texts;

    @Test
    void findsAPartOfTheNameInAnyCaseAndScriptAndTheCode() {
        String unique = "Zq" + Long.toString(System.nanoTime(), 36);
        NewHospital latin =
                listed(aHospital().with("name", unique + " Lakshmi Hospital").with("city", "Hubli"));
        NewHospital indic = listed(aHospital().with("name", "लक्ष्मी अस्पताल " + unique));

        for (String typed : List.of(unique.toLowerCase(Locale.ROOT) + " laksh", "LAKSHMI HOSPITAL")) {
            found(typed).body("id", hasItem(latin.hospitalId().toString()));
        }
        found("लक्ष्मी").body("id", hasItem(latin.hospitalId().toString()));
        found("lakshmi aspatal").body("id", hasItem(indic.hospitalId().toString()));
        String code = given().get("/api/v1/hospitals")
                .path("find { it.id == '%s' }.hospital_code".formatted(latin.hospitalId()));
        found(code.toLowerCase(Locale.ROOT))
                .body("id", contains(latin.hospitalId().toString()));
        found(unique + "%").body("name", hasItem(latin.name()));
        found("_" + unique + "nobody").body("$", empty());
        as().queryParam("query", unique)
                .queryParam("city", "HUBLI")
                .get("/api/v1/hospitals/search")
                .then()
                .body("id", contains(latin.hospitalId().toString()));
        assertThat(found("").extract().<List<?>>path("$"))
                .hasSizeLessThanOrEqualTo(50)
                .isNotEmpty();
        given().get("/api/v1/hospitals/search").then().spec(problem(401));
    }

    @Test
    void findsEveryPartOfTheNameAsItIsWritten() {
        String unique = Long.toString(System.nanoTime(), 36);
        NewHospital hospital = listed(aHospital().with("name", "Wockhardt Greenview & Santa 100% " + unique));

        for (String typed : List.of("hardt gre", "ENVIEW", "w & s", "nta 100%", "ckh", unique.substring(1))) {
            found(typed).body("id", hasItem(hospital.hospitalId().toString()));
        }
        found("%").body("id", hasItem(hospital.hospitalId().toString()));
        for (String none : List.of("s_nta 100", "1__% " + unique, "!", "\\", "¤")) {
            found(none).body("$", empty());
        }
    }

    @Test
    void tellsNobodyByWhatAHospitalSignsIn() {
        NewHospital hospital = listed(aHospital().with("email", "office@hospital.example"));

        found(hospital.name())
                .body("[0]", hasKey("specializations"))
                .body("[0]", not(hasKey("email")))
                .body("[0]", not(hasKey("phone_secondary")));
    }

    @Test
    void hospitalsOfTheSameNameKeepTheirOrder() {
        String name = "Namesake " + System.nanoTime();
        List<String> ids = Stream.generate(() -> listed(aHospital().with("name", name)))
                .limit(4)
                .map(hospital -> hospital.hospitalId().toString())
                .sorted()
                .toList();

        found(name).body("id", equalTo(ids));
        assertThat(given().get("/api/v1/hospitals")
                        .<List<String>>path("findAll { it.name == '%s' }.id".formatted(name)))
                .isEqualTo(ids);
    }

    @Test
    void hospitalsFromBeforeTheIndexAreIndexedAndSearchesUseIt() throws Throwable {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try {
                // as many as a country has; some of them from before the index
                statement.execute("""
                        insert into hospital (id, hospital_code, name, status, city, state, created_at, registered_at, verified_at,
                                              search_text)
                        select gen_random_uuid(), 'HC-' || lpad(n::text, 6, '0'), 'Bulk ' || md5(n::text), 'REGISTERED',
                               'Pune', 'Maharashtra', now(), now(), now(),
                               case when n % 40 = 0 then '' else 'bulk ' || md5(n::text) || ' hc ' || lpad(n::text, 6, '0') end
                          from generate_series(1, 20000) n on conflict do nothing""");
                VertxContextSupport.subscribeAndAwait(texts::index);
                statement.execute("analyze hospital");
                assertThat(column(statement, "select count(*) from hospital where search_text = ''"))
                        .isEqualTo("0\n");
                statement.execute("prepare found as " + HospitalSearch.BY_TRIGRAMS);
                for (String plan : List.of("force_custom_plan", "force_generic_plan")) {
                    statement.execute("set plan_cache_mode = " + plan);
                    assertThat(column(statement, "explain execute found('%abc12%', '%abc1%', '', '', 50)"))
                            .contains("hospital_search")
                            .doesNotContain("Seq Scan");
                }
            } finally {
                statement.execute("deallocate all");
                statement.execute("reset plan_cache_mode");
                statement.execute("delete from hospital where name like 'Bulk %'");
            }
        }
    }

    private static String column(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            StringBuilder lines = new StringBuilder();
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
            return lines.toString();
        }
    }

    @Test
    void cardsNameHospitalsForOtherServices() {
        NewHospital hospital = listed(aHospital());

        as().contentType("application/json")
                .body(Map.of("hospital_ids", List.of(hospital.hospitalId(), UUID.randomUUID())))
                .post("/internal/v1/hospitals/cards")
                .then()
                .statusCode(200)
                .body("name", contains(hospital.name()))
                .body("verified", contains(true));
    }

    @Test
    void cardsAreOfOpenHospitalsForThoseWhoTakePartInCare() {
        NewHospital provisional = aHospital().registered();
        Map<String, Object> body = Map.of("hospital_ids", List.of(provisional.hospitalId()));

        cards(Tokens.patient(UUID.randomUUID()), body).statusCode(200).body("$", empty());
        cards(Tokens.hospitalAdmin(UUID.randomUUID()), Map.of("hospital_ids", List.of()))
                .statusCode(200)
                .body("$", empty());
        cards(Tokens.systemAdmin(), body).spec(problem(403));
        cards(Tokens.doctor(UUID.randomUUID()), Map.of()).spec(invalidField("hospital_ids"));
        cards(Tokens.doctor(UUID.randomUUID()), Map.of("hospital_ids", List.of("none")))
                .spec(problem(422));
        cards(
                        Tokens.doctor(UUID.randomUUID()),
                        Map.of(
                                "hospital_ids",
                                Stream.generate(UUID::randomUUID).limit(501).toList()))
                .spec(invalidField("hospital_ids"));
        given().contentType("application/json")
                .body(body)
                .post("/internal/v1/hospitals/cards")
                .then()
                .spec(problem(401));
    }

    private static ValidatableResponse cards(String token, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/internal/v1/hospitals/cards")
                .then();
    }

    private NewHospital listed(NewHospital hospital) {
        hospital.registered();
        AccountStory.tell(AccountStory.registered(hospital), AccountStory.verified(hospital));
        Awaitility.await().until(() -> found(hospital.name())
                .extract()
                .<List<String>>path("id")
                .contains(hospital.hospitalId().toString()));
        return hospital;
    }

    private static ValidatableResponse found(String typed) {
        return as().queryParam("query", typed)
                .get("/api/v1/hospitals/search")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(Tokens.doctor(UUID.randomUUID()));
    }
}
