@NullMarked
package health.cloudcare.notification.recipient;

import org.jspecify.annotations.NullMarked;
