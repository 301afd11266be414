/** Events written in the transaction of the change they tell of, and their way to Kafka from there. */
@NullMarked
package health.cloudcare.servicekit.outbox;

import org.jspecify.annotations.NullMarked;
