package health.cloudcare.endtoend;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

import health.cloudcare.testkit.architecture.ArchitectureRules;

@AnalyzeClasses(
        packages = {"health.cloudcare.demo", "health.cloudcare.journey"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
