/** Where things are in the checked-out project. */
@NullMarked
package health.cloudcare.testkit.project;

import org.jspecify.annotations.NullMarked;
