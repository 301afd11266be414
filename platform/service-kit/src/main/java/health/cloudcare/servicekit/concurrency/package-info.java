/** Two who change the same thing: the second one is told. */
@NullMarked
package health.cloudcare.servicekit.concurrency;

import org.jspecify.annotations.NullMarked;
