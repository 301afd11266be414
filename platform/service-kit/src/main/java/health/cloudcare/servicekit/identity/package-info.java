/** Who is calling, as the verified token says. */
@NullMarked
package health.cloudcare.servicekit.identity;

import org.jspecify.annotations.NullMarked;
