/** What operators have this service do: replay dead letters, check figures against the readings that they come from. */
@NullMarked
package health.cloudcare.wearables.operation;

import org.jspecify.annotations.NullMarked;
