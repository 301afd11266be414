/** The architecture rules every module runs. */
@NullMarked
package health.cloudcare.testkit.architecture;

import org.jspecify.annotations.NullMarked;
