@NullMarked
package health.cloudcare.gateway.authservice;

import org.jspecify.annotations.NullMarked;
