@NullMarked
package health.cloudcare.gateway.proxy;

import org.jspecify.annotations.NullMarked;
