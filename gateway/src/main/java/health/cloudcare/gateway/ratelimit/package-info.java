@NullMarked
package health.cloudcare.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
