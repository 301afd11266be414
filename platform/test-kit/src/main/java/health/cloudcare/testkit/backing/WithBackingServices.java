package health.cloudcare.testkit.backing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which backing services a {@code @QuarkusTest} needs. All test classes of a module share one process that runs the
 * union of what they name, so that Quarkus starts once for all of them.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithBackingServices {

    BackingService[] value();
}
