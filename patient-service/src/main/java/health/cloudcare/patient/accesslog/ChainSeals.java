package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import health.cloudcare.patient.signature.RecordSigner;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Signs and verifies places in chains. Heads and anchors are signed as different things: an old head must not pass for an
 * anchor, which would excuse that everything before it is missing.
 */
@ApplicationScoped
class ChainSeals {

    private static final String HEAD = "cloudcare-access-head-v1";
    private static final String ANCHOR = "cloudcare-access-anchor-v1";

    private final RecordSigner signer;
    private final OwnHeads own;

    ChainSeals(RecordSigner signer, OwnHeads own) {
        this.signer = signer;
        this.own = own;
    }

    SealedPoint head(UUID patientId, long sequence, EntryHash hash, Instant now) {
        var head =
                new SealedPoint(patientId, sequence, hash, signer.sign(signed(HEAD, patientId, sequence, hash)), now);
        own.signed(head);
        return head;
    }

    SealedPoint anchor(UUID patientId, long sequence, EntryHash hash, Instant now) {
        return new SealedPoint(patientId, sequence, hash, signer.sign(signed(ANCHOR, patientId, sequence, hash)), now);
    }

    boolean isHead(SealedPoint point) {
        return own.contains(point) || isValid(HEAD, point);
    }

    boolean isAnchor(SealedPoint point) {
        return isValid(ANCHOR, point);
    }

    private boolean isValid(String what, SealedPoint point) {
        return signer.isValid(signed(what, point.patientId(), point.sequence(), point.hash()), point.signature());
    }

    /** Documented in docs/events.md, for partners verify it too. */
    private static byte[] signed(String what, UUID patientId, long sequence, EntryHash hash) {
        return (what + '\n' + patientId + '\n' + sequence + '\n' + hash.hex()).getBytes(UTF_8);
    }
}
