@NullMarked
package health.cloudcare.gateway.testpage;

import org.jspecify.annotations.NullMarked;
