package health.cloudcare.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of the architecture page that a machine can check. A module runs them with
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "health.cloudcare.patient", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 *
 * A rule about something a module does not have holds for it. The rules are run by methods because Surefire 3.5.3 leaves out
 * tests that are fields, without a word (apache/maven-surefire#839).
 */
public final class ArchitectureRules {

    static final ArchRule ENDPOINTS_DECLARE_THEIR_SECURITY = methods()
            .that(Endpoints.areEndpoints())
            .should(Endpoints.declareTheirSecurity())
            .because("access is decided on purpose, never by forgetting an annotation")
            .allowEmptyShould(true);

    static final ArchRule NO_ENTITY_IN_AN_API_SIGNATURE = methods()
            .that(Endpoints.areEndpoints())
            .should(Endpoints.useNoEntityInTheirSignature())
            .because("a table or collection may change without breaking callers, and must not leak its columns")
            .allowEmptyShould(true);

    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = slices().matching("health.cloudcare.*.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that needs the one that needs it cannot be read or changed alone")
            .allowEmptyShould(true);

    static final ArchRule ONLY_PUBLISHERS_TOUCH_EMITTERS = noClasses()
            .that(simpleNameEndingWith("Publisher")
                    .or(simpleNameEndingWith("Relay"))
                    .or(resideInAnyPackage("health.cloudcare.servicekit.."))
                    .negate()
                    .as("are neither publishers nor relays"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.Emitter"
                    + "|io\\.smallrye\\.reactive\\.messaging\\.MutinyEmitter")
            .because("what a service says to the others is found in one kind of class")
            .allowEmptyShould(true);

    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .should(Calls.useStandardStreams())
            .because("logs carry a correlation id and go through the redacting logger; standard output does neither")
            .allowEmptyShould(true);

    static final ArchRule NO_TIME_OF_THE_SERVER = noClasses()
            .should(Calls.askTheServerForTheTime())
            .because("time comes from the injected Clock, and a zone from the patient or the request")
            .allowEmptyShould(true);

    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .that()
            .doNotHaveSimpleName("package-info")
            .and(Calls.areNotGenerated())
            .should(Calls.resideInNullMarkedPackage())
            .because("NullAway checks only what is marked")
            .allowEmptyShould(true);

    @ArchTest
    public static void endpointsDeclareTheirSecurity(JavaClasses classes) {
        ENDPOINTS_DECLARE_THEIR_SECURITY.check(classes);
    }

    @ArchTest
    public static void noEntityInAnApiSignature(JavaClasses classes) {
        NO_ENTITY_IN_AN_API_SIGNATURE.check(classes);
    }

    @ArchTest
    public static void featuresAreFreeOfCycles(JavaClasses classes) {
        FEATURES_ARE_FREE_OF_CYCLES.check(classes);
    }

    @ArchTest
    public static void onlyPublishersTouchEmitters(JavaClasses classes) {
        ONLY_PUBLISHERS_TOUCH_EMITTERS.check(classes);
    }

    @ArchTest
    public static void noStandardStreams(JavaClasses classes) {
        NO_STANDARD_STREAMS.check(classes);
    }

    @ArchTest
    public static void noTimeOfTheServer(JavaClasses classes) {
        NO_TIME_OF_THE_SERVER.check(classes);
    }

    @ArchTest
    public static void packagesAreNullMarked(JavaClasses classes) {
        PACKAGES_ARE_NULL_MARKED.check(classes);
    }

    private ArchitectureRules() {}
}
