package health.cloudcare.patient.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.problem.FieldError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class NarrowingTest {

    private static final Instant NOW = Instant.parse("2025-11-19T05:50:01Z");
    private static final Instant END = NOW.plus(Duration.ofDays(90));
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 6, 30);

    /** Something is left to narrow, and to widen, in every member. */
    private static final ConsentTerms ASKED = new ConsentTerms(
            List.of("DOCUMENTS", "WEARABLES"),
            List.of("heart_rate", "steps"),
            FROM,
            TO,
            Resolution.HOURLY,
            AccessMode.VIEW,
            END,
            10,
            ReadPeriod.WEEK);

    private static final ConsentTerms EVERYTHING = ConsentTerms.everythingUntil(END);

    static Stream<Narrowing> narrower() {
        return Stream.of(
                Narrowing.NONE,
                categories(DataCategory.WEARABLES),
                metrics("steps"),
                days(FROM.plusDays(1), null),
                days(null, TO.minusDays(1)),
                days(TO, TO),
                with(Resolution.DAILY, null, null),
                with(null, AccessMode.VIEW, null),
                with(null, null, END.minusSeconds(1)),
                reads(9, null),
                reads(null, ReadPeriod.MONTH),
                reads(1, ReadPeriod.MONTH));
    }

    static Stream<Arguments> wider() {
        return Stream.of(
                arguments(categories(DataCategory.WEARABLES, DataCategory.NOTES), "categories"),
                arguments(metrics("steps", "weight"), "metrics"),
                arguments(metrics(), "metrics"),
                arguments(days(FROM.minusDays(1), null), "data_from"),
                arguments(days(null, TO.plusDays(1)), "data_to"),
                arguments(with(Resolution.RAW, null, null), "resolution"),
                arguments(with(null, AccessMode.STORE, null), "access_mode"),
                arguments(with(null, null, END.plusMillis(1)), "expires_at"),
                arguments(reads(11, null), "max_reads"),
                arguments(reads(null, ReadPeriod.DAY), "reads_per"),
                arguments(reads(1, ReadPeriod.DAY), "reads_per"));
    }

    @ParameterizedTest
    @MethodSource("narrower")
    void grantsLessInAnyMember(Narrowing narrowing) {
        assertThat(narrowing.errors(ASKED, NOW)).isEmpty();
        assertThat(narrowing.applied(ASKED, NOW)).isEqualTo(narrowing.of(ASKED));
    }

    @ParameterizedTest
    @MethodSource("wider")
    void refusesMoreInAnyMember(Narrowing narrowing, String field) {
        assertThat(narrowing.errors(ASKED, NOW)).extracting(FieldError::field).containsExactly(field);
        assertThatThrownBy(() -> narrowing.applied(ASKED, NOW)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void anythingNarrowsEverything() {
        assertThat(narrower()).allSatisfy(narrowing -> {
            boolean limitWithoutPeriod = (narrowing.maxReads() == null) != (narrowing.readsPer() == null);
            assertThat(narrowing.errors(EVERYTHING, NOW).isEmpty()).isEqualTo(!limitWithoutPeriod);
        });
        assertThat(metrics().errors(EVERYTHING, NOW)).isEmpty();
    }

    @Test
    void keepsWhatIsNotNamedAndSpellsTheRestInOneWay() {
        ConsentTerms granted = new Narrowing(
                        List.of(DataCategory.WEARABLES, DataCategory.DOCUMENTS, DataCategory.WEARABLES),
                        List.of(" STEPS ", "steps"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .applied(ASKED, NOW);

        assertThat(granted.categoryNames()).containsExactly("DOCUMENTS", "WEARABLES");
        assertThat(granted.metrics()).containsExactly("steps");
        assertThat(granted.dataFrom()).isEqualTo(FROM);
        assertThat(granted.readsPer()).isEqualTo(ReadPeriod.WEEK);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(fields(days(TO, FROM))).contains("data_to");
        assertThat(fields(with(null, null, NOW))).containsExactly("expires_at");
        assertThat(days(LocalDate.of(9999, 1, 1), null).errors(EVERYTHING, NOW))
                .extracting(FieldError::field)
                .containsExactly("data_from");
        assertThat(reads(3, null).errors(EVERYTHING, NOW))
                .extracting(FieldError::field)
                .containsExactly("reads_per");
        assertThat(reads(null, ReadPeriod.DAY).errors(EVERYTHING, NOW))
                .extracting(FieldError::field)
                .containsExactly("max_reads");
    }

    private static List<String> fields(Narrowing narrowing) {
        return narrowing.errors(ASKED, NOW).stream().map(FieldError::field).toList();
    }

    private static Narrowing categories(DataCategory... categories) {
        return new Narrowing(List.of(categories), null, null, null, null, null, null, null, null);
    }

    private static Narrowing metrics(String... metrics) {
        return new Narrowing(null, List.of(metrics), null, null, null, null, null, null, null);
    }

    private static Narrowing days(LocalDate from, LocalDate to) {
        return new Narrowing(null, null, from, to, null, null, null, null, null);
    }

    private static Narrowing with(Resolution resolution, AccessMode mode, Instant end) {
        return new Narrowing(null, null, null, null, resolution, mode, end, null, null);
    }

    private static Narrowing reads(Integer max, ReadPeriod per) {
        return new Narrowing(null, null, null, null, null, null, null, max, per);
    }
}
