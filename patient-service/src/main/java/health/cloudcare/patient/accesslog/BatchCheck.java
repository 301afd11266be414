package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Everybody of whose log there is any trace, in a range of patients. */
final class BatchCheck {

    private final Map<UUID, SealedPoint> heads;
    private final Map<UUID, SealedPoint> anchors;
    private final ApartEvidence evidence;
    private final Map<UUID, ApartHead> apart;
    private final NavigableMap<UUID, PatientCheck> checks = new TreeMap<>(PatientRange.ORDER);

    BatchCheck(
            PatientRange range, Map<UUID, SealedPoint> heads, Map<UUID, SealedPoint> anchors, ApartEvidence evidence) {
        this.heads = heads;
        this.anchors = anchors;
        this.evidence = evidence;
        this.apart = evidence.newestOf(range);
        Stream.of(heads, anchors, apart)
                .flatMap(traces -> traces.keySet().stream())
                .forEach(this::checkOf);
    }

    /** In the order of patients and sequences. */
    void next(List<Entry> page) {
        page.forEach(entry -> checkOf(entry.access().patientId()).next(entry));
    }

    VerificationResponse finish(ChainSeals seals, Instant now, @Nullable UUID next) {
        Findings findings = new Findings();
        checks.values().forEach(check -> findings.addAll(check.finish(seals, now)));
        long entries = checks.values().stream().mapToLong(PatientCheck::entries).sum();
        return VerificationResponse.of(checks.size(), entries, findings, next);
    }

    private PatientCheck checkOf(UUID patientId) {
        return checks.computeIfAbsent(
                patientId,
                id -> new PatientCheck(
                        id,
                        new PatientCheck.Vouchers(
                                heads.get(id), anchors.get(id), apart.get(id), evidence.firstContradicted(id))));
    }
}
