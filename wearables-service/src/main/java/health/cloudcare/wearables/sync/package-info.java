/**
 * Uploads of readings: what each sync brought, what became of it, and the plain sync call. The record of a sync is written
 * by two: this package until the broker has everything, the consumer of the topic from then on.
 */
@NullMarked
package health.cloudcare.wearables.sync;

import org.jspecify.annotations.NullMarked;
