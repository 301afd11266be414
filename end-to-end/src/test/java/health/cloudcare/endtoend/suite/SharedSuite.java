package health.cloudcare.endtoend.suite;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the suite for the first class that needs it; JUnit closes it after the last. */
final class SharedSuite implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace SUITE = ExtensionContext.Namespace.create(SharedSuite.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        suite(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return suite(context);
    }

    private static Suite suite(ExtensionContext context) {
        return context.getRoot().getStore(SUITE).computeIfAbsent(Suite.class, type -> new Suite(), Suite.class);
    }
}
