/** From the readings topic to durable aggregates, against other ways to store the same readings. */
@NullMarked
package health.cloudcare.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
