package health.cloudcare.patient.accesslog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the heads that were kept apart say of the logs of a range of patients. What is not signed by us is as if it was not there,
 * so nobody can hide a head behind a forged one.
 */
final class ApartEvidence {

    private final ChainSeals seals;
    private final NavigableMap<UUID, ApartHead> newest = new TreeMap<>(PatientRange.ORDER);
    private final Map<UUID, Long> contradicted = new HashMap<>();

    ApartEvidence(ChainSeals seals) {
        this.seals = seals;
    }

    /** The highest first, so that an active patient's many heads cost one verification. */
    void learn(List<SealedPoint> claims) {
        Map<UUID, List<SealedPoint>> byPatient = new HashMap<>();
        claims.forEach(claim -> byPatient
                .computeIfAbsent(claim.patientId(), patient -> new ArrayList<>())
                .add(claim));
        byPatient.forEach((patient, ofPatient) -> {
            ApartHead known = newest.get(patient);
            long atLeast = known == null ? 0 : known.sequence();
            ofPatient.stream()
                    .filter(claim -> claim.sequence() > atLeast)
                    .sorted((one, other) -> Long.compare(other.sequence(), one.sequence()))
                    .filter(seals::isHead)
                    .findFirst()
                    .ifPresent(claim ->
                            newest.put(patient, new ApartHead(claim.sequence(), claim.hash(), claim.signature())));
        });
    }

    /** Heads that are not what the log has in their place. */
    void contradict(List<SealedPoint> claims) {
        claims.stream()
                .filter(seals::isHead)
                .forEach(claim -> contradicted.merge(claim.patientId(), claim.sequence(), Math::min));
    }

    /** Of the patients of a part of the range. */
    NavigableMap<UUID, ApartHead> newestOf(PatientRange part) {
        return newest.subMap(part.after(), false, part.upTo(), true);
    }

    /** The first entry that is another than the one we signed; null when there is none. */
    @Nullable
    Long firstContradicted(UUID patientId) {
        return contradicted.get(patientId);
    }
}
