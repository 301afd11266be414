/** Events on their way to Kafka, in CloudEvents binary mode. */
@NullMarked
package health.cloudcare.servicekit.event;

import org.jspecify.annotations.NullMarked;
