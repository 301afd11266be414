/** From the readings topic to chunks and rollups. */
@NullMarked
package health.cloudcare.wearables.ingest;

import org.jspecify.annotations.NullMarked;
