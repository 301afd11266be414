/** One id that follows a request through logs, HTTP calls and events. */
@NullMarked
package health.cloudcare.servicekit.correlation;

import org.jspecify.annotations.NullMarked;
