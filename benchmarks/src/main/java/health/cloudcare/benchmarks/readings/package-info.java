/** Realistic wearable readings and their way through the readings topic. */
@NullMarked
package health.cloudcare.benchmarks.readings;

import org.jspecify.annotations.NullMarked;
