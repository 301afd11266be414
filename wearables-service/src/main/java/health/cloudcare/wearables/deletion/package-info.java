/** Readings that patients take back, and records that newer versions replace. */
@NullMarked
package health.cloudcare.wearables.deletion;

import org.jspecify.annotations.NullMarked;
