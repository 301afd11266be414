/** Texts as people type them. */
@NullMarked
package health.cloudcare.servicekit.text;

import org.jspecify.annotations.NullMarked;
