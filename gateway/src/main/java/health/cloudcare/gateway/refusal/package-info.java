@NullMarked
package health.cloudcare.gateway.refusal;

import org.jspecify.annotations.NullMarked;
