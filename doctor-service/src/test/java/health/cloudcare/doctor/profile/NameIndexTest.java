package health.cloudcare.doctor.profile;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameIndexTest {

    @ParameterizedTest
    @CsvSource({
        "Priya Sharma, प्रिया शर्मा", // Devanagari
        "Amit Sen, অমিত সেন", // Bengali
        "Kavita Raman, கவிதா ராமன்", // Tamil
        "Ravi Reddy, రవి రెడ్డి", // Telugu
        "Kiran Kumar, ಕಿರಣ್ ಕುಮಾರ್", // Kannada
        "Anita Kumari, അനിത കുമാരി", // Malayalam
        "Pooja Patel, પૂજા પટેલ", // Gujarati
        "Lakshmi Rao, LAKSMI  RAO",
        "José Müller, Jose Muller"
    })
    void aNameIsTheSameInEveryScriptAndSpelling(String name, String other) {
        assertThat(NameIndex.searchName(other)).isEqualTo(NameIndex.searchName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Priya Sharma",
                "DR PRIYA SHARMA",
                "Dr.Priya Sharma",
                "Prof. (Dr.) Priya Sharma",
                "Doctor Priya Sharma",
                "डॉ. प्रिया शर्मा",
                "डॉ॰ प्रिया शर्मा",
                "ডাঃ প্রিয়া শর্মা",
                "డాక్టర్ Priya Sharma",
                "டாக்டர் Priya Sharma"
            })
    void theTitleIsNoPartOfTheName(String name) {
        assertThat(NameIndex.searchName(name)).isEqualTo(NameIndex.searchName("Priya Sharma"));
    }

    @Test
    void whatOnlyBeginsLikeATitleStays() {
        assertThat(NameIndex.searchName("Drishti Rao")).startsWith("dristi");
        assertThat(NameIndex.searchName("dr")).isEqualTo("dr");
        assertThat(NameIndex.searchName("Dr.")).isEqualTo("dr");
        assertThat(NameIndex.searchName(" .- ")).isEmpty();
        assertThat(NameIndex.searchName("dr.".repeat(100_000) + "Rao")).endsWith("rao");
    }

    @Test
    void aNameStandsUnderEachOfItsWordsAndUnderFirstAndLastWithoutTheMiddle() {
        assertThat(NameIndex.keys("asa rao", "asa rao")).containsExactlyInAnyOrder("asa rao", "rao asa");
        assertThat(NameIndex.keys("asa devi rao", "asa rao"))
                .containsExactlyInAnyOrder("asa devi rao", "devi rao asa", "rao asa devi", "asa rao", "rao asa");
        assertThat(NameIndex.keys("", "")).isEmpty();
    }

    /** ICU promises nothing of a transliterator that several threads share. */
    @Test
    void namesAreTheSameWhenManyAreReadAtOnce() throws Exception {
        List<String> names = List.of("प्रिया शर्मा", "অমিত সেন", "கவிதா ராமன்", "రవి రెడ్డి", "ಕಿರಣ್ ಕುಮಾರ್");
        List<String> alone = names.stream().map(NameIndex::searchName).toList();
        Callable<List<String>> reading =
                () -> names.stream().map(NameIndex::searchName).toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            var readings = threads.invokeAll(
                    Stream.generate(() -> reading).limit(2_000).toList());

            for (var read : readings) {
                assertThat(read.get()).isEqualTo(alone);
            }
        }
    }
}
