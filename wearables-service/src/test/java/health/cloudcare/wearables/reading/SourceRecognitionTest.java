package health.cloudcare.wearables.reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SourceRecognitionTest {

    @ParameterizedTest
    @CsvSource({
        "Anna's Apple Watch, , WATCH",
        "Connect, , WATCH",
        "Connected Scale, , UNSPECIFIED",
        "FITIV Run, '<<HKDevice: 0x28>, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch5,2>', WATCH",
        "iPhone, '<<HKDevice: 0x28>, name:EarPods, manufacturer:Apple Inc.>', PHONE",
        "Clock, '<<HKDevice: 0x28>, name:iPhone, manufacturer:Apple, model:iPhone, hardware:iPhone10,1>', PHONE",
        "Oura, , RING",
        "WHOOP, , BAND",
        "Mi Band 7, , BAND",
        "Galaxy Watch4, SM-R870, WATCH",
        "VeSync, '<<HKDevice: 0x28>, name:Smart Scale>', OTHER_DEVICE",
        "Health, , UNSPECIFIED",
        "Strings Attached, , UNSPECIFIED",
        ", , UNSPECIFIED",
    })
    void tellsTheKindFromTheNames(String name, String hardware, SourceKind kind) {
        assertThat(SourceRecognition.source("", name, hardware).kind()).isEqualTo(kind);
    }

    @Test
    void keepsNoNameThatNobodyGives() {
        String name = SourceRecognition.source("", "n".repeat(199) + "\uD83D\uDE00" + "watch".repeat(100_000), null)
                .name();

        assertThat(name).isEqualTo("n".repeat(199));
        assertThat(SourceRecognition.source("", "n".repeat(200), null).name()).hasSize(200);
    }

    @Test
    void writesOneNameForAllSortsOfWhiteSpace() {
        assertThat(SourceRecognition.source("", "Apple\u00a0Watch \t", null))
                .isEqualTo(SourceRecognition.source("", " Apple  Watch", null));
    }
}
