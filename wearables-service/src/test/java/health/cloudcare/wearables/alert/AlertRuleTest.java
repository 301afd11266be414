package health.cloudcare.wearables.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertRuleTest {
    private static final Path TABLE = Path.of("../docs/alerts.md");

    @Test
    void theTableOfTheDocumentationIsThatOfTheCode() throws IOException {
        List<List<String>> documented = Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.split("\\|"))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .toList();
        List<List<String>> coded = Stream.of(AlertRule.values())
                .map(rule -> List.of(
                        "`" + rule.code() + "`",
                        "`" + rule.metric().code() + "`",
                        rule.side().name().toLowerCase(Locale.ROOT) + " " + number(rule.limit()) + " "
                                + rule.metric().unit(),
                        rule.severity().name(),
                        rule.sustained().toMinutes() + " min" + (rule.atRest() ? ", at rest" : "")))
                .toList();

        assertThat(documented.stream().map(row -> row.subList(0, 5)).toList()).isEqualTo(coded);
        assertThat(documented).allSatisfy(row -> assertThat(row).as("a source").hasSize(6));
    }

    @Test
    void everyLimitIsAReadingThatCouldBe() {
        for (AlertRule rule : AlertRule.values()) {
            assertThat(rule.metric().plausible(rule.limit())).as(rule.code()).isTrue();
            assertThat(rule.beyond(rule.limit(), rule.limit())).as(rule.code()).isFalse();
            assertThat(rule.wellInside(rule.limit(), rule.limit()))
                    .as(rule.code())
                    .isFalse();
            assertThat(AlertRule.ofCode(rule.code())).contains(rule);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
