/** The way from readings to acknowledged records on the readings topic. */
@NullMarked
package health.cloudcare.wearables.publish;

import org.jspecify.annotations.NullMarked;
