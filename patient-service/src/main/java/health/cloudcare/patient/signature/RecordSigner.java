package health.cloudcare.patient.signature;

import java.security.PublicKey;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs records with the present key and verifies them with all that are published. */
@ApplicationScoped
public class RecordSigner {

    private final RecordKeys keys;
    private final Ed25519PrivateKeyParameters signingKey;

    RecordSigner(RecordKeys keys) {
        this.keys = keys;
        this.signingKey = Ed25519.signingKey(keys.signingKey());
    }

    public RecordSignature sign(byte[] data) {
        byte[] signed = Ed25519.sign(signingKey, data);
        return new RecordSignature(
                keys.signingKeyId(), Base64.getUrlEncoder().withoutPadding().encodeToString(signed));
    }

    /** Also false when the key is none of ours (any more). */
    public boolean isValid(byte[] data, RecordSignature signature) {
        PublicKey key = keys.verificationKey(signature.keyId());
        if (key == null) {
            return false;
        }
        try {
            return Ed25519.isValid(key, data, Base64.getUrlDecoder().decode(signature.value()));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /**
     * A compact JWS (RFC 7515) with {@code alg: EdDSA}.
     *
     * @param type of the payload, as the header's {@code typ}
     */
    public String jws(String type, String payload) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setHeader("typ", type);
        jws.setKeyIdHeaderValue(keys.signingKeyId());
        jws.setKey(keys.signingKey());
        jws.setPayload(payload);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot be signed", e);
        }
    }
}
