@NullMarked
package health.cloudcare.gateway.docs;

import org.jspecify.annotations.NullMarked;
