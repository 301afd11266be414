/** What a device measured, checked and in the vocabulary's unit. */
@NullMarked
package health.cloudcare.wearables.reading;

import org.jspecify.annotations.NullMarked;
