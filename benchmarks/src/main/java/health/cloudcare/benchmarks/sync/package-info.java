/** Uploads of readings over HTTP: how many are acknowledged, and what becomes of more than that. */
@NullMarked
package health.cloudcare.benchmarks.sync;

import org.jspecify.annotations.NullMarked;
