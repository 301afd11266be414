package health.cloudcare.patient.aadhaar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.patient.aadhaar.AadhaarCipher.Sealed;
import health.cloudcare.servicekit.secret.SecretValue;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.aadhaar.TestKeys.secret;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** The key of all other tests, version 1, is an old one here; the current key has version 3. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
@TestProfile(ReencryptionTest.AfterRotation.class)
class ReencryptionTest {

    /** The common pool would take them one after the other on few cores. */
    private static final Executor AT_ONCE = task -> new Thread(task, "at once").start();

    private static final String PATH = "/internal/v1/aadhaar-vault/reencryptions";
    private static final int CURRENT = 3;

    public static class AfterRotation implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    AadhaarKeys.CURRENT_KEY,
                    "local:" + TestKeys.base64('n'),
                    AadhaarKeys.CURRENT_VERSION,
                    String.valueOf(CURRENT),
                    AadhaarKeys.OLD_KEYS,
                    "1:${CLOUDCARE_AADHAAR_ENCRYPTION_KEY}",
                    "cloudcare.aadhaar.reencryption.batch-size",
                    "3");
        }
    }

    @BeforeEach
    void finishWhatOtherTestsLeft() {
        run().then().statusCode(200).body("remaining", equalTo(0));
    }

    @Test
    void afterItOnlyTheNewKeyIsNeeded() {
        List<NewPatient> patients = patientsOfTheOldKey(8);

        run().then()
                .statusCode(200)
                .body("reencrypted", equalTo(8))
                .body("remaining", equalTo(0))
                .body("key_version", equalTo(CURRENT));

        AadhaarCipher newKeyAlone = cipher(secret('n'), CURRENT);
        assertThat(patients).allSatisfy(patient -> {
            String number =
                    newKeyAlone.open(stored(patient), patient.patientId()).digits();
            assertThat(number).isEqualTo(patient.aadhaar());
        });
        run().then().statusCode(200).body("reencrypted", equalTo(0)).body("remaining", equalTo(0));
    }

    @Test
    void whatTheOldKeySealedIsUsableBeforeAndAfter() {
        NewPatient patient = aPatient().registered();
        sealWithOldKey(patient);
        patient.signInByAadhaar().then().statusCode(200);

        run().then().statusCode(200).body("reencrypted", equalTo(1));

        patient.signInByAadhaar().then().statusCode(200);
        patient.again().register().then().spec(problem(409, "AADHAAR_ALREADY_REGISTERED"));
    }

    @Test
    void runsAtTheSameTimeShareTheWork() {
        patientsOfTheOldKey(20);

        int reencrypted = Stream.generate(() -> CompletableFuture.supplyAsync(ReencryptionTest::run, AT_ONCE))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .mapToInt(response -> response.then().statusCode(200).extract().path("reencrypted"))
                .sum();

        assertThat(reencrypted).isEqualTo(20);
        run().then().body("reencrypted", equalTo(0)).body("remaining", equalTo(0));
    }

    @Test
    void leavesAnEntryThatDoesNotOpenAndDoesTheOthers() {
        List<NewPatient> patients = patientsOfTheOldKey(5);
        UUID damaged = patients.getFirst().patientId();
        Tables.change("UPDATE aadhaar_vault SET nonce = '\\x000102030405060708090a0b' WHERE patient_id = ?", damaged);

        run().then().statusCode(200).body("reencrypted", equalTo(4)).body("remaining", equalTo(1));

        Tables.change("DELETE FROM aadhaar_vault WHERE patient_id = ?", damaged);
    }

    @Test
    void doesNothingWhileAKeyIsMissing() {
        NewPatient patient = patientsOfTheOldKey(1).getFirst();
        Tables.change("UPDATE aadhaar_vault SET key_version = 2 WHERE patient_id = ?", patient.patientId());

        run().then().spec(problem(409, "AADHAAR_KEY_MISSING")).body("detail", containsString("version 2"));

        Tables.change("UPDATE aadhaar_vault SET key_version = 1 WHERE patient_id = ?", patient.patientId());
    }

    @Test
    void isForServicesAndAdministrators() {
        given().post(PATH).then().spec(problem(401, "AUTH_FAILED"));
        runAs(Tokens.patient(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        runAs(Tokens.doctor(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        runAs(Tokens.systemAdmin()).then().statusCode(200);
    }

    private static Response run() {
        return runAs(Tokens.service());
    }

    private static Response runAs(String token) {
        return given().auth().oauth2(token).post(PATH);
    }

    private static List<NewPatient> patientsOfTheOldKey(int count) {
        return Stream.generate(() -> aPatient().provisional())
                .limit(count)
                .peek(ReencryptionTest::sealWithOldKey)
                .toList();
    }

    private static void sealWithOldKey(NewPatient patient) {
        SecretValue oldKey = ConfigProvider.getConfig().getValue("CLOUDCARE_AADHAAR_ENCRYPTION_KEY", SecretValue.class);
        Sealed sealed = cipher(oldKey, 1).seal(AadhaarNumber.parse(patient.aadhaar()), patient.patientId());
        Tables.change(
                "UPDATE aadhaar_vault SET key_version = ?, nonce = ?, ciphertext = ? WHERE patient_id = ?",
                sealed.keyVersion(),
                sealed.nonce(),
                sealed.ciphertext(),
                patient.patientId());
    }

    private static Sealed stored(NewPatient patient) {
        String where = " FROM aadhaar_vault WHERE patient_id = ?";
        return new Sealed(
                Tables.one(Integer.class, "SELECT key_version" + where, patient.patientId()),
                Tables.one(byte[].class, "SELECT nonce" + where, patient.patientId()),
                Tables.one(byte[].class, "SELECT ciphertext" + where, patient.patientId()));
    }

    private static AadhaarCipher cipher(SecretValue key, int version) {
        return new AadhaarCipher(new AadhaarKeys("local", secret('u'), key, version, Optional.empty()));
    }
}
