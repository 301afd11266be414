@NullMarked
package health.cloudcare.gateway.revocation;

import org.jspecify.annotations.NullMarked;
