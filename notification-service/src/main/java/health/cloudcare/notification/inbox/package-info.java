@NullMarked
package health.cloudcare.notification.inbox;

import org.jspecify.annotations.NullMarked;
