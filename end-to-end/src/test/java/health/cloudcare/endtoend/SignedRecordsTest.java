package health.cloudcare.endtoend;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewDoctor;

import static health.cloudcare.endtoend.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What patients can prove, and what nobody can undo. */
@WithSuite
@Order(4)
class SignedRecordsTest {

    private static final String CONSENTS = "/api/v1/consents/";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What precedes an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Suite suite;
    private final Gateway gateway;

    SignedRecordsTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
    }

    @Test
    void aConsentIsVerifiedWithThePublishedKeysAlone() throws Exception {
        SignedIn patient = SignedIn.newPatient(gateway);
        SignedIn doctor = verifiedDoctor();
        String consent = await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(
                        () -> doctor.post(
                                CONSENTS + "request",
                                Map.of(
                                        "patient_id",
                                        patient.profileId(),
                                        "doctor_id",
                                        doctor.profileId(),
                                        "facility_name",
                                        "Dr. Asha Rao")),
                        asked -> asked.status() == 201)
                .json()
                .path("id")
                .asText();
        String artefact = CONSENTS + consent + "/artefact";
        assertProblem(patient.get(artefact), 409, "CONSENT_STATE");
        gateway.send(
                        "PATCH",
                        CONSENTS + consent,
                        Map.of("status", "APPROVED"),
                        Map.of("Authorization", "Bearer " + patient.token(), "Content-Type", "application/json"))
                .expect(200);

        for (SignedIn party : new SignedIn[] {patient, doctor}) {
            JsonNode payload = verified(party.get(artefact).expect(200).text());
            assertThat(payload.path("consentId").asText()).isEqualTo(consent);
            assertThat(payload.path("status").asText()).isEqualTo("APPROVED");
            assertThat(payload.path("grantee").path("id").asText())
                    .isEqualTo(doctor.profileId().toString());
        }
        assertProblem(SignedIn.newPatient(gateway).get(artefact), 404, "NOT_FOUND");
    }

    @Test
    void theLogShowsWhoReadAndWhateverIsChangedInItIsFound() {
        SignedIn patient = SignedIn.newPatient(gateway);
        SignedIn stranger = SignedIn.newPatient(gateway);
        String profile = "/api/v1/patients/" + patient.profileId() + "/profile";
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(() -> patient.get(profile).status() == 200);
        assertProblem(stranger.get(profile), 403, "ACCESS_DENIED");

        String log = "/api/v1/patients/" + patient.profileId() + "/access-log";
        JsonNode refused = await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(
                        () -> patient.get(log + "?outcome=REFUSED")
                                .expect(200)
                                .json()
                                .path("items"),
                        items -> !items.isEmpty())
                .path(0);
        assertThat(refused.path("actor_id").asText())
                .isEqualTo(stranger.profileId().toString());
        assertThat(refused.path("resource").asText()).isEqualTo("patients/profile");
        assertProblem(stranger.get(log), 403, "ACCESS_DENIED");
        await().atMost(Imports.PATIENCE).until(() -> suite.verifyAudit().status() == 0);

        edit(patient, "PROFILE", "NOTES");
        Suite.Outcome tampered = suite.verifyAudit();
        edit(patient, "NOTES", "PROFILE");

        assertThat(tampered.status()).isEqualTo(1);
        assertThat(tampered.text()).contains("ALTERED", patient.profileId().toString());
        assertThat(suite.verifyAudit().status()).isZero();
    }

    /** As whoever owns the database could do it. */
    private void edit(SignedIn patient, String from, String to) {
        suite.stores().update("patient", "ALTER TABLE access_log DISABLE TRIGGER USER");
        suite.stores()
                .update(
                        "patient",
                        "UPDATE access_log SET category = ? WHERE patient_id = ? AND sequence = 1 AND category = ?",
                        to,
                        patient.profileId(),
                        from);
        suite.stores().update("patient", "ALTER TABLE access_log ENABLE TRIGGER USER");
    }

    private SignedIn verifiedDoctor() {
        SignedIn hospital = Hospitals.signedUp(gateway);
        Hospitals.vouchForHospital(suite, hospital);
        SignedIn doctor = Hospitals.doctorOf(hospital, NewDoctor.invent());
        gateway.post(
                        "/api/v1/auth/doctors/" + doctor.profileId() + "/verify",
                        Map.of(),
                        hospital.renewed().token())
                .expect(200);
        return doctor.renewed();
    }

    /** The payload of a JWS, by the JDK's means alone. */
    private JsonNode verified(String jws) throws GeneralSecurityException {
        String[] parts = jws.split("\\.");
        JsonNode header = decoded(parts[0]);
        assertThat(header.path("alg").asText()).isEqualTo("EdDSA");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new X509EncodedKeySpec(publicKey(header.path("kid").asText()))));
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        return decoded(parts[1]);
    }

    private byte[] publicKey(String kid) {
        for (JsonNode key :
                gateway.get("/.well-known/jwks.json").expect(200).json().path("keys")) {
            if (key.path("kid").asText().equals(kid)) {
                byte[] raw = Base64.getUrlDecoder().decode(key.path("x").asText());
                byte[] encoded = Arrays.copyOf(X509, X509.length + raw.length);
                System.arraycopy(raw, 0, encoded, X509.length, raw.length);
                return encoded;
            }
        }
        throw new AssertionError("nobody published the key " + kid);
    }

    private static JsonNode decoded(String part) {
        try {
            return JSON.readTree(new String(Base64.getUrlDecoder().decode(part), UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
