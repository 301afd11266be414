/** The 30-day picture, against scanning every reading for it. */
@NullMarked
package health.cloudcare.benchmarks.dashboard;

import org.jspecify.annotations.NullMarked;
