/** {@code ./cloudcare demo}: the journey of a patient with an export, for people to watch. */
@NullMarked
package health.cloudcare.demo;

import org.jspecify.annotations.NullMarked;
