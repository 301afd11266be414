@NullMarked
package health.cloudcare.gateway.identity;

import org.jspecify.annotations.NullMarked;
