/** What all calls of this service share. */
@NullMarked
package health.cloudcare.wearables.http;

import org.jspecify.annotations.NullMarked;
