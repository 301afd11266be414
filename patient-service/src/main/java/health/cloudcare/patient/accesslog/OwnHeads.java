package health.cloudcare.patient.accesslog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import health.cloudcare.patient.signature.RecordSignature;

/**
 * The heads that this instance signed last. Whatever is the same to the letter need not be verified again, which is several times the
 * work of signing; anything else, also what another instance signed, is not known here.
 */
@ApplicationScoped
class OwnHeads {

    /** Of as many patients, those whose logs grew last: some three megabytes. */
    private static final int MOST = 10_000;

    private record Head(long sequence, EntryHash hash, RecordSignature signature) {

        static Head of(SealedPoint point) {
            return new Head(point.sequence(), point.hash(), point.signature());
        }
    }

    private final Map<UUID, Head> heads = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Head> eldest) {
            return size() > MOST;
        }
    };

    synchronized void signed(SealedPoint head) {
        heads.put(head.patientId(), Head.of(head));
    }

    synchronized boolean contains(SealedPoint head) {
        return Head.of(head).equals(heads.get(head.patientId()));
    }
}
