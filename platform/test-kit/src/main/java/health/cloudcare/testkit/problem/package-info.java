/** Assertions on the one problem body. */
@NullMarked
package health.cloudcare.testkit.problem;

import org.jspecify.annotations.NullMarked;
