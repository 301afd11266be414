/** Measurements of the packaged services against honest peers on the same machine. */
@NullMarked
package health.cloudcare.benchmarks;

import org.jspecify.annotations.NullMarked;
