/** How every service tells a valid access token from any other text, without asking anybody while a request waits. */
@NullMarked
package health.cloudcare.servicekit.token;

import org.jspecify.annotations.NullMarked;
