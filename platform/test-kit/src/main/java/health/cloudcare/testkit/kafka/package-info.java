/** Reading and writing Kafka topics in tests. */
@NullMarked
package health.cloudcare.testkit.kafka;

import org.jspecify.annotations.NullMarked;
