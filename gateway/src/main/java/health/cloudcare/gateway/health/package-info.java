@NullMarked
package health.cloudcare.gateway.health;

import org.jspecify.annotations.NullMarked;
