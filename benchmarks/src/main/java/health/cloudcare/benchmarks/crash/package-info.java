/** Consumer, broker and database are killed again and again; what was acknowledged must be there once. */
@NullMarked
package health.cloudcare.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
