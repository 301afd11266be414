/** The processes a benchmark starts: backing services, services, and the keys they trust. */
@NullMarked
package health.cloudcare.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
