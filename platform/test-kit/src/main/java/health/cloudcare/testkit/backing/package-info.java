/** Backing services for tests: one process per test run, started by the first test that needs it. */
@NullMarked
package health.cloudcare.testkit.backing;

import org.jspecify.annotations.NullMarked;
