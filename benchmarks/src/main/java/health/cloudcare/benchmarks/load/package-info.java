/** A client that takes little of the machine it shares with what it measures: prepared requests, one thread, no parsing. */
@NullMarked
package health.cloudcare.benchmarks.load;

import org.jspecify.annotations.NullMarked;
