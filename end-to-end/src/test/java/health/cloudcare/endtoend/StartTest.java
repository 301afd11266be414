package health.cloudcare.endtoend;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;

import static org.assertj.core.api.Assertions.assertThat;

@WithSuite
@Order(1)
class StartTest {

    private static final Pattern TOTAL = Pattern.compile("Total resident: ([0-9.]+) (MiB|GiB)");

    private final Suite suite;

    StartTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void everythingTogetherResidesInFourGibibytes() {
        String status = suite.status();

        Matcher total = TOTAL.matcher(status);
        assertThat(total.find()).as(status).isTrue();
        double gibibytes = Double.parseDouble(total.group(1)) / (total.group(2).equals("GiB") ? 1 : 1024);
        assertThat(gibibytes).as(status).isLessThanOrEqualTo(4);
        assertThat(status).contains("ready after").doesNotContain("dead");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceTellsOfItself(String service) {
        Gateway own = suite.directly(service);

        assertThat(own.get("/q/health/live").expect(200).json().path("status").asText())
                .isEqualTo("UP");
        assertThat(own.get("/q/health/ready").expect(200).json().path("status").asText())
                .isEqualTo("UP");
        assertThat(own.get("/q/metrics").expect(200).text()).contains("jvm_memory_used_bytes");
        Answer openApi = own.get("/q/openapi?format=json").expect(200);
        assertThat(openApi.json().path("openapi").asText()).startsWith("3.");
    }

    static List<String> services() {
        return Suite.SERVICES;
    }
}
