/** The readings topic shared by two consumers, one of which stops, stalls and comes back. */
@NullMarked
package health.cloudcare.benchmarks.replicas;

import org.jspecify.annotations.NullMarked;
