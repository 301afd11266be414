@NullMarked
package health.cloudcare.gateway.door;

import org.jspecify.annotations.NullMarked;
