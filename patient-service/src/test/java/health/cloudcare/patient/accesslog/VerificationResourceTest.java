package health.cloudcare.patient.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.accesslog.Tampering.sql;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class VerificationResourceTest {

    private static final String PATH = "/internal/v1/access-log/verifications";

    @Inject
    LogDriver log;

    @Inject
    ChainReading chains;

    @Inject
    ApartHeads apartHeads;

    @Test
    void tellsWhatItFound() {
        UUID patient = log.patientWith(3);
        sql("UPDATE access_log SET client_ip = '192.0.2.1' WHERE patient_id = ? AND sequence = 2", patient);
        String ofPatient = "problems.findAll { it.patient_id == '" + patient + "' }";

        given().auth()
                .oauth2(Tokens.systemAdmin())
                .contentType("application/json")
                .body(Map.of("after", before(patient)))
                .post(PATH)
                .then()
                .statusCode(200)
                .body(ofPatient + ".kind", contains("ALTERED"))
                .body(ofPatient + ".sequence", contains(2))
                .body("ok", equalTo(false))
                .body("problem_count", greaterThanOrEqualTo(1))
                .body("patients", greaterThanOrEqualTo(1))
                .body("entries", greaterThanOrEqualTo(3))
                .body("next", nullValue());
    }

    @Test
    void goesOnWhereTheCallBeforeEnded() {
        for (int patients = 0; patients < 5; patients++) {
            log.append(Accesses.of(UUID.randomUUID(), 2));
        }
        LogVerification inSlices =
                new LogVerification(chains, apartHeads, Clock.systemUTC(), 4, Duration.ofSeconds(20));
        LogVerification atOnce =
                new LogVerification(chains, apartHeads, Clock.systemUTC(), 1_000_000, Duration.ofSeconds(20));

        // others may append meanwhile
        VerificationResponse before = LogDriver.await(() -> atOnce.run(PatientRange.FIRST));
        VerificationResponse sum = VerificationResponse.nothing(PatientRange.FIRST);
        while (sum.next() != null) {
            UUID from = sum.next();
            sum = sum.followedBy(LogDriver.await(() -> inSlices.run(from)));
        }
        VerificationResponse after = LogDriver.await(() -> atOnce.run(PatientRange.FIRST));

        assertThat(sum.patients()).isBetween(before.patients(), after.patients());
        assertThat(sum.entries()).isBetween(before.entries(), after.entries());
        assertThat(sum.problemCount()).isBetween(before.problemCount(), after.problemCount());
    }

    @Test
    void endsWithItsTimeAndTellsWhereToGoOn() {
        for (int patients = 0; patients < 4; patients++) {
            log.append(Accesses.of(UUID.randomUUID(), 1));
        }
        LogVerification hurried = new LogVerification(chains, apartHeads, Clock.systemUTC(), 3, Duration.ZERO);

        VerificationResponse first = LogDriver.await(() -> hurried.run(PatientRange.FIRST));

        assertThat(first.patients()).isPositive();
        assertThat(first.next()).isNotNull();
    }

    @Test
    void isForServicesAndAdministrators() {
        given().post(PATH).then().spec(problem(401, "AUTH_FAILED"));
        for (String token : new String[] {
            Tokens.patient(UUID.randomUUID()), Tokens.doctor(UUID.randomUUID()), Tokens.hospitalAdmin(UUID.randomUUID())
        }) {
            given().auth().oauth2(token).post(PATH).then().spec(problem(403, "ACCESS_DENIED"));
        }
        given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(200);
    }

    private static UUID before(UUID patient) {
        return new UUID(patient.getMostSignificantBits(), patient.getLeastSignificantBits() - 1);
    }
}
