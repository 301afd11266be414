package health.cloudcare.testkit.architecture;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Conditions on what classes call and how they are marked. */
final class Calls {

    private static final Set<String> DEFAULT_ZONE = Set.of(
            "java.time.ZoneId.systemDefault", "java.time.Clock.systemDefaultZone", "java.util.TimeZone.getDefault");

    private Calls() {}

    static ArchCondition<JavaClass> useStandardStreams() {
        return accesses(
                "use standard streams",
                access -> access instanceof JavaFieldAccess field && isStandardStream(field)
                        || access.getName().equals("printStackTrace")
                                && access.getTargetOwner().isAssignableTo(Throwable.class));
    }

    /** {@code Instant.now()} and its kin with a zone or nothing; {@code now(clock)} is what is wanted. */
    static ArchCondition<JavaClass> askTheServerForTheTime() {
        return accesses("ask the server for its time or zone", access -> {
            String target = access.getTargetOwner().getName() + "." + access.getName();
            boolean now = access.getTargetOwner().getPackageName().equals("java.time")
                    && access.getName().equals("now")
                    && !access.getTarget().getFullName().contains("java.time.Clock");
            return now || DEFAULT_ZONE.contains(target);
        });
    }

    static DescribedPredicate<JavaClass> areNotGenerated() {
        return DescribedPredicate.describe("are not generated", type -> Stream.iterate(
                        type, nested -> nested != null, nested -> nested.getEnclosingClass()
                                .orElse(null))
                .noneMatch(nested -> nested.isAnnotatedWith("com.google.protobuf.Generated")
                        || nested.isAssignableTo("com.google.protobuf.GeneratedFile")
                        || nested.isAssignableTo("com.google.protobuf.ProtocolMessageEnum")
                        || nested.isAssignableTo("com.google.protobuf.MessageOrBuilder")));
    }

    static ArchCondition<JavaClass> resideInNullMarkedPackage() {
        return new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " is not marked @NullMarked (" + type.getName() + ")"));
                }
            }
        };
    }

    private static boolean isStandardStream(JavaFieldAccess access) {
        return access.getTargetOwner().isEquivalentTo(System.class)
                && Set.of("out", "err").contains(access.getName());
    }

    private static ArchCondition<JavaClass> accesses(String description, Predicate<JavaAccess<?>> unwanted) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                // used under noClasses(): what satisfies the condition is the violation
                type.getAccessesFromSelf().stream()
                        .filter(unwanted)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }
}
