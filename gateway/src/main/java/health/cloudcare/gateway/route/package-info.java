@NullMarked
package health.cloudcare.gateway.route;

import org.jspecify.annotations.NullMarked;
