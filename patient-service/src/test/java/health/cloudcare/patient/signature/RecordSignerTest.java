package health.cloudcare.patient.signature;

import java.security.KeyPair;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.servicekit.secret.SecretValue;

import static health.cloudcare.patient.signature.TestRecordKeys.base64;
import static health.cloudcare.patient.signature.TestRecordKeys.pair;
import static health.cloudcare.patient.signature.TestRecordKeys.signer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordSignerTest {

    private static final byte[] RECORD = "a record".getBytes(UTF_8);

    private final KeyPair former = pair("Ed25519");
    private final KeyPair present = pair("Ed25519");

    @Test
    void verifiesWhatItSignedAndNothingElse() {
        RecordSigner signer = signer(present, present);
        RecordSignature signature = signer.sign(RECORD);

        assertThat(signer.isValid(RECORD, signature)).isTrue();
        assertThat(signer.isValid("another".getBytes(UTF_8), signature)).isFalse();
        assertThat(signer.isValid(RECORD, new RecordSignature("unknown", signature.value())))
                .isFalse();
        assertThat(signer(former, former).isValid(RECORD, signature)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA", "not base64!", "+/+/"})
    void refusesWhatIsNoSignature(String value) {
        RecordSigner signer = signer(present, present);
        String keyId = signer.sign(RECORD).keyId();

        assertThat(signer.isValid(RECORD, new RecordSignature(keyId, value))).isFalse();
    }

    @Test
    void afterARotationFormerSignaturesStayValid() {
        RecordSignature before = signer(former, former).sign(RECORD);

        RecordSigner rotated = signer(present, present, former);

        assertThat(rotated.isValid(RECORD, before)).isTrue();
        assertThat(rotated.sign(RECORD).keyId()).isNotEqualTo(before.keyId());
    }

    @Test
    void doesNotStartWithAKeyThatNobodyCouldVerify() {
        assertThatThrownBy(() -> signer(present, former, present))
                .hasMessageContaining("must belong to cloudcare.record.signing-key");
    }

    @Test
    void doesNotStartWithKeysOfAnotherKindAndDoesNotRepeatThem() {
        String elliptic = base64(pair("EC").getPrivate());
        List<String> known = List.of(base64(present.getPublic()));

        for (String text : List.of(elliptic, "c2VjcmV0", "not base64", "")) {
            assertThatThrownBy(() -> new RecordKeys(SecretValue.of(text), known))
                    .hasMessageContaining("cloudcare.record.signing-key must be")
                    .hasMessageNotContaining("c2VjcmV0")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> new RecordKeys(
                        SecretValue.of(base64(present.getPrivate())),
                        List.of(base64(pair("EC").getPublic()))))
                .hasMessageContaining("cloudcare.record.verification-keys must be");
    }
}
