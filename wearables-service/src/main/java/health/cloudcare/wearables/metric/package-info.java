/** The vocabulary: which metrics there are, in which unit each is kept, and how its readings add up. */
@NullMarked
package health.cloudcare.wearables.metric;

import org.jspecify.annotations.NullMarked;
