@NullMarked
package health.cloudcare.gateway.session;

import org.jspecify.annotations.NullMarked;
