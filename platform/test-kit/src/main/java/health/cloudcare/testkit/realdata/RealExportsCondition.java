package health.cloudcare.testkit.realdata;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

final class RealExportsCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return RealExports.available()
                ? ConditionEvaluationResult.enabled("real exports in " + RealExports.folder())
                : ConditionEvaluationResult.disabled("SKIPPED: no real Apple Health exports in " + RealExports.folder()
                        + "; they are not ours to publish. Name their folder in " + RealExports.OVERRIDE
                        + " to run this test.");
    }
}
