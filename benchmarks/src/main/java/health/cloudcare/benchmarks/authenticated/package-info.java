/** What it costs to know who is calling. */
@NullMarked
package health.cloudcare.benchmarks.authenticated;

import org.jspecify.annotations.NullMarked;
