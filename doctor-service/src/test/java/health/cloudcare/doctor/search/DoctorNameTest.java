package health.cloudcare.doctor.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import health.cloudcare.doctor.NewDoctor;
import health.cloudcare.doctor.RegisteredDoctors;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.doctor.NewDoctor.aDoctor;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

/** How people write names and numbers, which is not how they were registered. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class DoctorNameTest {

    private static final String BY_NUMBER = "/protected/user/searchDoctorByNumber";

    @Inject
    RegisteredDoctors doctors;

    @Inject
    AgroalDataSource database;

    /** A word that no other name in this run has, of which folding leaves everything. */
    private final String unique = "v" + letters();

    @Test
    void aMiddleNameMayBeLeftOutEvenIfOthersHaveNone() {
        NewDoctor without = doctors.verifiedDoctor(aDoctor().with("first_name", "Priya" + unique));
        NewDoctor with = doctors.verifiedDoctor(
                aDoctor().with("first_name", "Priya" + unique).with("middle_name", "Kumari"));

        found("priya" + unique + " iyer").body("items.id", containsInAnyOrder(id(without), id(with)));
        found("iyer priya" + unique).body("items.id", containsInAnyOrder(id(without), id(with)));
        found("priya" + unique + " kumari i").body("items.id", contains(id(with)));
        found("priya" + unique).body("items.id", containsInAnyOrder(id(without), id(with)));
    }

    @Test
    void theTitleMayBeTypedToo() {
        NewDoctor doctor = doctors.verifiedDoctor(aDoctor().with("first_name", "Meera" + unique));

        found("Dr. Meera" + unique).body("items.id", contains(id(doctor)));
        found("dr meera" + unique + " iyer").body("items.id", contains(id(doctor)));
        found("डॉ. Meera" + unique).body("items.id", contains(id(doctor)));
        as(Tokens.patient(UUID.randomUUID()))
                .queryParam("name", "Dr. Meera" + unique)
                .get("/protected/user/searchDoctorByName")
                .then()
                .statusCode(200)
                .body("doctors.id", contains(id(doctor)));
    }

    @Test
    void aKeyThatOutlivedItsDoctorFindsNobody() throws SQLException {
        UUID closed = UUID.randomUUID();
        execute(
                "insert into doctor (id, account_id, status, created_at) values (?, gen_random_uuid(), 'CLOSED', now())",
                closed);
        execute("insert into doctor_name_key (doctor_id, key) values (?, ?)", closed, unique);

        found(unique).body("items", empty());
    }

    @Test
    void theExactNumberComesBeforeAllThatContainIt() throws SQLException {
        String number = "5" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        for (int i = 0; i < 11; i++) {
            doctorWithNumber("+91" + number + "0" + (i % 10), "a" + unique + i);
        }
        UUID exact = doctorWithNumber(number, "z" + unique);

        byNumber(number)
                .body("doctors", hasSize(10))
                .body("doctor.id", equalTo(exact.toString()))
                .body("doctors[0].id", equalTo(exact.toString()));
    }

    @Test
    void aNumberMayBeTypedWithTheCountryCodeOrWithout() throws SQLException {
        String number = "6" + ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
        UUID with = doctorWithNumber("+91 " + number, "b" + unique);
        byNumber(number).body("doctor.id", equalTo(with.toString()));
        byNumber("+91-" + number).body("doctor.id", equalTo(with.toString()));

        String other = "6" + ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
        UUID without = doctorWithNumber(other, "c" + unique);
        byNumber(other).body("doctor.id", equalTo(without.toString()));
        byNumber("+91 " + other)
                .body("doctor.id", equalTo(without.toString()))
                .body("doctors.id", hasItem(without.toString()));
    }

    @Test
    void filtersOfTheListHoldTogetherAndAreChecked() {
        NewDoctor doctor = doctors.verifiedDoctor(aDoctor());

        list(
                        "clinic_id",
                        doctor.hospitalId().toString(),
                        "hospital_id",
                        doctor.hospitalId().toString())
                .statusCode(200)
                .body("id", contains(id(doctor)));
        list(
                        "clinic_id",
                        doctor.hospitalId().toString(),
                        "hospital_id",
                        UUID.randomUUID().toString())
                .statusCode(200)
                .body("$", empty());
        list("specialty", "\0").spec(problem(400));
        list("city", "x\0").spec(problem(400));
    }

    private UUID doctorWithNumber(String number, String name) throws SQLException {
        UUID id = UUID.randomUUID();
        execute("""
                insert into doctor (id, account_id, status, title, first_name, qualifications, experience_years, country, languages,
                    available_for_emergency, telemedicine_enabled, created_at, registered_at, verified_at, phone_primary, search_name)
                values (?, gen_random_uuid(), 'REGISTERED', 'Dr.', 'Asha', '{}', 1, 'India', '{}', true, true, now(), now(), now(),
                    ?, ?)""", id, number, name);
        return id;
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private static ValidatableResponse found(String typed) {
        return as(Tokens.patient(UUID.randomUUID()))
                .queryParam("query", typed)
                .get("/api/v1/doctors/search")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse byNumber(String typed) {
        return as(Tokens.patient(UUID.randomUUID()))
                .queryParam("phone", typed)
                .get(BY_NUMBER)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(String... filter) {
        RequestSpecification request = as(Tokens.patient(UUID.randomUUID()));
        for (int i = 0; i < filter.length; i += 2) {
            request = request.queryParams(Map.of(filter[i], filter[i + 1]));
        }
        return request.get("/api/v1/doctors").then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static String id(NewDoctor doctor) {
        return doctor.doctorId().toString();
    }

    /** Consonants and vowels in turn. */
    private static String letters() {
        StringBuilder text = new StringBuilder();
        ThreadLocalRandom.current().ints(9, 0, 50).forEach(random -> text.append("bdgklmnprt".charAt(random % 10))
                .append("aeiou".charAt(random / 10)));
        return text.append('n').toString();
    }
}
