/** How fast a revoked consent closes everywhere, and what reading by a consent costs. */
@NullMarked
package health.cloudcare.benchmarks.revocation;

import org.jspecify.annotations.NullMarked;
