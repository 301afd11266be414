package health.cloudcare.testkit.architecture;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** JAX-RS endpoints, recognised by the names of annotations: a module without JAX-RS has none of them on its class path. */
final class Endpoints {

    private static final List<String> HTTP_METHODS = Stream.of(
                    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
            .map(name -> "jakarta.ws.rs." + name)
            .toList();

    private static final List<String> SECURITY = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll",
            "io.quarkus.security.Authenticated",
            "io.quarkus.security.PermissionsAllowed");

    private static final List<String> ENTITY =
            List.of("jakarta.persistence.Entity", "io.quarkus.mongodb.panache.common.MongoEntity");

    private static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    private Endpoints() {}

    static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are JAX-RS endpoints",
                method -> isAnnotatedWithAny(method, HTTP_METHODS)
                        && !method.getOwner().isAnnotatedWith(REST_CLIENT));
    }

    static ArchCondition<JavaMethod> declareTheirSecurity() {
        return condition(
                "declare their security on the method or the class",
                method -> isAnnotatedWithAny(method, SECURITY) || isAnnotatedWithAny(method.getOwner(), SECURITY),
                "has no security annotation");
    }

    static ArchCondition<JavaMethod> useNoEntityInTheirSignature() {
        return condition(
                "use no entity in their signature",
                method -> Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .flatMap((JavaType type) -> type.getAllInvolvedRawTypes().stream())
                        .noneMatch((JavaClass type) -> isAnnotatedWithAny(type, ENTITY)),
                "has an entity in its signature");
    }

    private static boolean isAnnotatedWithAny(CanBeAnnotated element, List<String> annotations) {
        return annotations.stream().anyMatch(element::isAnnotatedWith);
    }

    private static ArchCondition<JavaMethod> condition(
            String description, Predicate<JavaMethod> holds, String otherwise) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!holds.test(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " " + otherwise));
                }
            }
        };
    }
}
