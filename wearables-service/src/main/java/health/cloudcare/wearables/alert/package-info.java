/** Measurements that somebody should look at soon: rules, what they find, and who is told. */
@NullMarked
package health.cloudcare.wearables.alert;

import org.jspecify.annotations.NullMarked;
