/** What a local installation sent, to be looked at instead of a telephone or a mailbox. */
@NullMarked
package health.cloudcare.notification.outbox;

import org.jspecify.annotations.NullMarked;
