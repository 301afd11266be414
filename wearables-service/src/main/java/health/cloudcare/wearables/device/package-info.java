/** The devices that patients register or sync from. */
@NullMarked
package health.cloudcare.wearables.device;

import org.jspecify.annotations.NullMarked;
