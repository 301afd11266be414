/** Answers of the cookie surface. */
@NullMarked
package health.cloudcare.servicekit.answer;

import org.jspecify.annotations.NullMarked;
