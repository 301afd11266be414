package health.cloudcare.doctor.search;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import health.cloudcare.doctor.AccountStory;
import health.cloudcare.doctor.DoctorTables;
import health.cloudcare.doctor.NewDoctor;
import health.cloudcare.doctor.RegisteredDoctors;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.doctor.AccountStory.tell;
import static health.cloudcare.doctor.NewDoctor.aDoctor;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class DoctorSearchTest {

    private static final String SEARCH = "/api/v1/doctors/search";

    @Inject
    RegisteredDoctors doctors;

    @Inject
    DoctorTables tables;

    @Inject
    AgroalDataSource database;

    /** A word that no other name in this run has, and that sounds only one way. */
    private final String unique = "v" + letters(System.nanoTime());

    @Test
    void findsTheBeginningOfAnyPartOfTheNameInOrder() {
        NewDoctor sharma = named("Priya" + unique, "Sharma");
        NewDoctor shah = named("Priya" + unique, "Shah");

        found("priya" + unique).body("items.id", contains(id(shah), id(sharma)));
        found("PRIYA" + unique + " SHARM").body("items.id", contains(id(sharma)));
        found("sharma priya" + unique).body("items.id", contains(id(sharma)));
        as(Tokens.patient(UUID.randomUUID()))
                .queryParam("query", "priya" + unique)
                .queryParam("size", 1)
                .get(SEARCH)
                .then()
                .body("items.id", contains(id(shah)))
                .body("has_more", equalTo(true));
        as(Tokens.patient(UUID.randomUUID()))
                .queryParam("query", "priya" + unique)
                .queryParam("size", 1)
                .queryParam("page", 1)
                .get(SEARCH)
                .then()
                .body("items.id", contains(id(sharma)))
                .body("has_more", equalTo(false));
    }

    @Test
    void findsNamesInAnyScript() {
        NewDoctor devanagari = named("प्रिया", "शर्मा" + unique);
        NewDoctor tamil = named("கவிதா", "ராமன்" + unique);
        NewDoctor bengali = named("অমিত", "সেন" + unique);
        NewDoctor telugu = named("రవి", "రెడ్డి" + unique);
        NewDoctor latin = named("Lakshmi", "Rao" + unique);

        found("Priya Sharma" + unique).body("items.id", contains(id(devanagari)));
        found("kavita raman" + unique).body("items.id", contains(id(tamil)));
        found("amit sen" + unique).body("items.id", contains(id(bengali)));
        found("ravi reddy" + unique).body("items.id", hasItem(id(telugu)));
        found("लक्ष्मी").body("items.id", hasItem(id(latin)));
    }

    @Test
    void findsNamesAlikeOnlyWhenNoneBeginsLikeThat() {
        NewDoctor doctor = named("Anjali" + unique, "Mukherjee");

        found("Anjlai" + unique + " Mukerji").body("items.id", hasItem(id(doctor)));
        found("qqqqzzzz").body("items", empty()).body("has_more", equalTo(false));
    }

    @Test
    void takesWhatIsTypedLiterally() {
        named("Asha" + unique, "Rao");

        found("%").body("items", empty());
        found("_sha" + unique.substring(0, 1) + "%").body("items.id", not(hasItem(unique)));
        found("a_ha" + unique.substring(0, 2) + "%' or '1'='1").body("$", hasKey("items"));
        as(Tokens.patient(UUID.randomUUID())).get(SEARCH).then().spec(problem(422));
        given().queryParam("query", "asha").get(SEARCH).then().spec(problem(401));
    }

    @Test
    void doctorsForWhomNobodyVouchedAndThoseWhoLeftAreNotFound() {
        NewDoctor unverified = aDoctor().with("first_name", "Nobody" + unique).registered();
        tell(AccountStory.registered(unverified));
        NewDoctor gone = named("Gone" + unique, "Rao");
        found("gone" + unique).body("items.id", contains(id(gone)));
        tell(AccountStory.deleted(gone));
        await().until(() -> "CLOSED".equals(tables.doctor(gone.doctorId()).get("status")));
        await().until(() ->
                "REGISTERED".equals(tables.doctor(unverified.doctorId()).get("status")));

        found("gone" + unique).body("items.id", not(hasItem(id(gone))));
        found("nobody" + unique).body("items.id", not(hasItem(id(unverified))));
    }

    @Test
    void theCookieSurfaceFindsByNameAndByNumber() {
        String number = "+91" + (7_000_000_000L + Math.abs(System.nanoTime()) % 999_999_999L);
        NewDoctor doctor = doctors.verifiedDoctor(
                aDoctor().with("first_name", "Meera" + unique).with("phone_primary", number));
        String patient = Tokens.patient(UUID.randomUUID());

        for (String name : List.of("name", "doctor_name")) {
            as(patient)
                    .queryParam(name, "meera" + unique)
                    .get("/protected/user/searchDoctorByName")
                    .then()
                    .statusCode(200)
                    .body("success", equalTo(true))
                    .body("doctors._id", contains(id(doctor)))
                    .body("doctors[0].name", equalTo("Meera" + unique + " Iyer"))
                    .body("doctors[0].phone.country_code", equalTo(91))
                    .body("doctors[0].phone.number", equalTo(number.substring(3)));
        }
        as(patient)
                .queryParam("phone", number.substring(3))
                .get("/protected/user/searchDoctorByNumber")
                .then()
                .body("doctor.id", equalTo(id(doctor)))
                .body("data.doctors.id", hasItem(id(doctor)));
        as(patient)
                .queryParam("doctor_number", number.substring(5))
                .get("/protected/user/searchDoctorByNumber")
                .then()
                .body("doctor", equalTo(null))
                .body("doctors.id", hasItem(id(doctor)));
        as(patient)
                .queryParam("phone", "123")
                .get("/protected/user/searchDoctorByNumber")
                .then()
                .spec(problem(422));
        as(patient).get("/protected/user/searchDoctorByName").then().spec(problem(422));
        as(patient)
                .queryParam("name", "a")
                .queryParam("limit", 11)
                .get("/protected/user/searchDoctorByName")
                .then()
                .spec(problem(422));
        as(Tokens.doctor(doctor.doctorId()))
                .queryParam("name", "a")
                .get("/protected/user/searchDoctorByName")
                .then()
                .spec(problem(403));
    }

    @Test
    void listsByFiltersThatAllHold() {
        NewDoctor doctor =
                doctors.verifiedDoctor(aDoctor().with("city", "City" + unique).with("specialization", "Spec" + unique));
        String token = Tokens.patient(UUID.randomUUID());

        as(token)
                .queryParam("specialty", "spec" + unique.toUpperCase(Locale.ROOT))
                .queryParam("clinic_id", doctor.hospitalId())
                .queryParam("city", "CITY" + unique)
                .get("/api/v1/doctors")
                .then()
                .statusCode(200)
                .header("X-Total-Count", equalTo("1"))
                .body("id", contains(id(doctor)))
                .body("[0].clinic_id", equalTo(doctor.hospitalId().toString()))
                .body("[0].license_number", equalTo(doctor.license()))
                .body("[0].max_patients_per_day", equalTo(10))
                .body("[0].is_active", equalTo(true));
        as(token)
                .queryParam("specialty", "Spec" + unique)
                .queryParam("city", "elsewhere")
                .get("/api/v1/doctors")
                .then()
                .body("$", empty());
        as(token).queryParam("limit", 101).get("/api/v1/doctors").then().spec(problem(400));
        as(token).queryParam("clinic_id", "7").get("/api/v1/doctors").then().spec(problem(400));
        as(token)
                .get("/api/v1/doctors/" + doctor.doctorId())
                .then()
                .statusCode(200)
                .body("name", equalTo("Dr. Meera Iyer"));
        as(token).get("/api/v1/doctors/" + UUID.randomUUID()).then().spec(problem(404));
        as(token)
                .contentType("application/json")
                .body(Map.of("doctor_ids", List.of(doctor.doctorId(), UUID.randomUUID())))
                .post("/internal/v1/doctors/cards")
                .then()
                .body("name", contains("Dr. Meera Iyer"))
                .body("verified", contains(true));
    }

    @Test
    void searchesUseTheirIndexes() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("""
                        insert into doctor (id, account_id, status, title, first_name, last_name, qualifications, experience_years,
                            country, languages, available_for_emergency, telemedicine_enabled, created_at, registered_at,
                            verified_at, phone_primary, search_name)
                        select gen_random_uuid(), gen_random_uuid(), 'REGISTERED', 'Dr.', md5(n::text), 'Rao', '{}', 1, 'India', '{}',
                               true, true, now(), now(), now(), '+91' || (6000000000 + n * 7919), md5(n::text) || ' rao'
                          from generate_series(1, 20000) n""");
                statement.execute(
                        "insert into doctor_name_key select search_name, id from doctor where search_name <> ''"
                                + " on conflict do nothing");
                statement.execute("insert into doctor_name_word select split_part(search_name, ' ', 1) from doctor"
                        + " where search_name <> '' on conflict do nothing");
                statement.execute("analyze");

                assertThat(plan(statement, DoctorSearch.BEGINNING, "'abc'", "'abc~'", "11", "0"))
                        .contains("doctor_name_key")
                        .doesNotContain("Seq Scan on doctor")
                        .doesNotContain("Sort");
                assertThat(plan(statement, DoctorSearch.PHONE, "'%12345%'", "11", "0", "'12345'"))
                        .contains("doctor_phone")
                        .doesNotContain("Seq Scan on doctor");
                assertThat(plan(statement, DoctorSearch.ALIKE, "'{abcdef,rao}'::text[]", "'abcdef rao'", "50"))
                        .contains("doctor_name_word_alike")
                        .contains("doctor_name_key")
                        .doesNotContain("Seq Scan on doctor");
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String plan(Statement statement, String query, String... parameters) throws SQLException {
        String filled = query;
        for (int i = 0; i < parameters.length; i++) {
            filled = filled.replace("$" + (i + 1), parameters[i]);
        }
        try (var rows = statement.executeQuery("explain " + filled)) {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private NewDoctor named(String first, String last) {
        return doctors.verifiedDoctor(aDoctor().with("first_name", first).with("last_name", last));
    }

    private static String id(NewDoctor doctor) {
        return doctor.doctorId().toString();
    }

    private static ValidatableResponse found(String typed) {
        return as(Tokens.patient(UUID.randomUUID()))
                .queryParam("query", typed)
                .get(SEARCH)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    /** Consonants and vowels in turn, so that nothing of it is folded away. */
    private static String letters(long number) {
        StringBuilder text = new StringBuilder();
        for (long rest = number; rest > 0; rest /= 50) {
            text.append("bdgklmnprt".charAt((int) (rest % 10))).append("aeiou".charAt((int) (rest / 10 % 5)));
        }
        return text.append('n').toString();
    }
}
