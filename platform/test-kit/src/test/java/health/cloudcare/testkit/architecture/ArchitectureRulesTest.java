package health.cloudcare.testkit.architecture;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureRulesTest {

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("health.cloudcare.broken");
    private static final JavaClasses SOUND = new ClassFileImporter().importPackages("health.cloudcare.sound.feature");
    private static final JavaClasses NOTHING = new ClassFileImporter().importPackages("health.cloudcare.nowhere");

    @Test
    void findsEndpointWithoutSecurity() {
        assertThat(violationsOf(ArchitectureRules.ENDPOINTS_DECLARE_THEIR_SECURITY))
                .singleElement()
                .asString()
                .contains("open() has no security annotation");
    }

    @Test
    void findsStandardStreams() {
        assertThat(violationsOf(ArchitectureRules.NO_STANDARD_STREAMS)).hasSize(1);
    }

    @Test
    void findsEveryQuestionForTheTimeOfTheServer() {
        assertThat(violationsOf(ArchitectureRules.NO_TIME_OF_THE_SERVER)).hasSize(3);
    }

    @Test
    void findsPackagesThatAreNotNullMarked() {
        assertThat(violationsOf(ArchitectureRules.PACKAGES_ARE_NULL_MARKED)).hasSize(3);
    }

    @Test
    void findsCyclesBetweenFeatures() {
        assertThat(violationsOf(ArchitectureRules.FEATURES_ARE_FREE_OF_CYCLES)).hasSize(1);
    }

    @Test
    void findsEntityInsideTheResultOfAnEndpoint() {
        assertThat(violationsOf(ArchitectureRules.NO_ENTITY_IN_AN_API_SIGNATURE))
                .singleElement()
                .asString()
                .contains("rows() has an entity in its signature");
    }

    @Test
    void findsEmitterOutsidePublishers() {
        assertThat(violationsOf(ArchitectureRules.ONLY_PUBLISHERS_TOUCH_EMITTERS))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsForSoundCodeAndForNothing(ArchRule rule) {
        rule.check(SOUND);
        rule.check(NOTHING);
    }

    static List<ArchRule> rules() throws IllegalAccessException {
        List<Field> fields = Arrays.stream(ArchitectureRules.class.getDeclaredFields())
                .filter(field -> field.getType().equals(ArchRule.class))
                .toList();
        List<ArchRule> rules = new ArrayList<>();
        for (Field field : fields) {
            rules.add((ArchRule) field.get(null));
        }
        assertThat(rules).hasSize(7);
        return rules;
    }

    private static List<String> violationsOf(ArchRule rule) {
        return rule.evaluate(BROKEN).getFailureReport().getDetails();
    }
}
