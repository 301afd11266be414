/** What the services tell each other and partner systems over Kafka: topics, events and their wire form. */
@NullMarked
package health.cloudcare.contracts;

import org.jspecify.annotations.NullMarked;
