package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import health.cloudcare.patient.accesslog.ChainProblem.Kind;
import health.cloudcare.patient.accesslog.PatientCheck.Vouchers;
import health.cloudcare.patient.signature.TestRecordKeys;

import static org.assertj.core.api.Assertions.assertThat;

/** What needs no database to be found, with heads that were kept apart at other times. */
class PatientCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final UUID patient = UUID.randomUUID();
    private final ChainSeals seals = new ChainSeals(TestRecordKeys.signer(), new OwnHeads());
    private final Entry entry =
            Entry.after(EntryHash.NONE, 1, Accesses.of(patient, 1).getFirst());

    @Test
    void aHeadThatIsAboutToBeKeptApartIsNoProblem() {
        assertThat(check(head(NOW.minusSeconds(60)), null)).isEmpty();
    }

    @Test
    void aHeadThatNobodyKeptApartForLongIsOne() {
        assertThat(check(head(NOW.minusSeconds(3600)), null))
                .containsExactly(new ChainProblem(patient, 1, Kind.NOT_KEPT_APART));
    }

    @Test
    void aHeadThatIsKeptApartIsNoProblemHoweverOld() {
        SealedPoint head = head(NOW.minusSeconds(3600));

        assertThat(check(head, apart(head))).isEmpty();
    }

    @Test
    void ofSeveralHeadsTheNewestGenuineOneCounts() {
        SealedPoint head = head(NOW);
        SealedPoint older = seals.head(patient, 3, entry.hash(), NOW);
        SealedPoint newest = seals.head(patient, 7, entry.hash(), NOW);
        SealedPoint forged = new SealedPoint(patient, Long.MAX_VALUE, entry.hash(), head.signature(), NOW);
        ApartEvidence evidence = new ApartEvidence(seals);

        evidence.learn(List.of(older, forged, newest));
        evidence.learn(List.of(forged, head));

        PatientRange all = new PatientRange(PatientRange.FIRST, PatientRange.LAST);
        assertThat(evidence.newestOf(all)).hasSize(1).containsEntry(patient, apart(newest));
        evidence.contradict(List.of(forged));
        assertThat(evidence.firstContradicted(patient)).isNull();
        evidence.contradict(List.of(newest, older));
        assertThat(evidence.firstContradicted(patient)).isEqualTo(3);
    }

    @Test
    void keepsTheFirstProblemsAndCountsAll() {
        Findings findings = new Findings();
        LongStream.rangeClosed(1, 250).forEach(number -> findings.add(new ChainProblem(patient, number, Kind.ALTERED)));
        Findings total = new Findings();
        total.addAll(findings);
        total.addAll(findings);

        assertThat(total.count()).isEqualTo(500);
        assertThat(total.kept()).hasSize(Findings.MOST_KEPT).startsWith(new ChainProblem(patient, 1, Kind.ALTERED));
    }

    @Test
    void ordersPatientsAsTheDatabaseDoes() {
        UUID small = UUID.fromString("00000000-0000-4000-8000-000000000001");
        UUID large = UUID.fromString("f0000000-0000-4000-8000-000000000001");

        assertThat(PatientRange.ORDER.compare(small, large)).isNegative();
        assertThat(new PatientRange(small, large).contains(large)).isTrue();
        assertThat(new PatientRange(small, large).contains(small)).isFalse();
        assertThat(new PatientRange(PatientRange.FIRST, PatientRange.LAST).contains(large))
                .isTrue();
    }

    private List<ChainProblem> check(SealedPoint head, @Nullable ApartHead apart) {
        PatientCheck check = new PatientCheck(patient, new Vouchers(head, null, apart, null));
        check.next(entry);
        return check.finish(seals, NOW).kept();
    }

    private SealedPoint head(Instant signedAt) {
        return seals.head(patient, 1, entry.hash(), signedAt);
    }

    private static ApartHead apart(SealedPoint head) {
        return new ApartHead(head.sequence(), head.hash(), head.signature());
    }
}
