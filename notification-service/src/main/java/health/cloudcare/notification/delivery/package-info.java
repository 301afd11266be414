/** Messages that leave the house, by SMS and by e-mail. Nothing of one is kept: no address, no text, no code. */
@NullMarked
package health.cloudcare.notification.delivery;

import org.jspecify.annotations.NullMarked;
